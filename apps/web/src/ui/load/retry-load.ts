/** What trying again needs of a browser. */
interface RetryDependencies {
  readonly wait: (ms: number) => Promise<void>;
  /** Whether the server answers at all. */
  readonly isReached: () => Promise<boolean>;
  /** Asks again for the styles that did not come: a bundler asks for each but once. */
  readonly mendStyles: () => Promise<unknown>;
}

const LONGEST_MS = 4000;
/** So often a server that answers may be without a part: then it has another build, and only a reload helps. */
const REFUSALS = 3;

/** The server runs another build than this page: what this page still needs is not there any more. */
export class PartGone extends Error {
  override readonly name = 'PartGone';
}

const lost = new Set<HTMLLinkElement>();
let listens = false;

/** From now on, styles that do not come are asked for again with the next part. */
export function listenForLostStyles(): void {
  if (listens) return;
  listens = true;
  const note = ({ target }: Event): unknown => target instanceof HTMLLinkElement && lost.add(target);
  addEventListener('error', note, { capture: true });
}

function askAgain(link: HTMLLinkElement): Promise<void> {
  lost.delete(link);
  const again = document.createElement('link');
  again.rel = 'stylesheet';
  again.href = link.href;
  const settled = new Promise<void>((resolve) => {
    for (const event of ['load', 'error']) again.addEventListener(event, () => resolve(), { once: true });
  });
  link.replaceWith(again);
  return settled;
}

const BROWSER: RetryDependencies = {
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  isReached: () =>
    fetch('/health/ready').then(
      () => true,
      () => false,
    ),
  mendStyles: () => Promise.all([...lost].map(askAgain)),
};

/**
 * Loads a part of the client and goes on trying while the server cannot be reached: a gap in the wifi as a phase
 * begins must not cost the screen. Rejects with `PartGone` where a server that answers does not give the part.
 */
export async function retryLoad<Part>(
  load: () => Promise<Part>,
  browser: RetryDependencies = BROWSER,
): Promise<Part> {
  let refusals = 0;
  for (let ms = 500; ; ms = Math.min(ms * 2, LONGEST_MS)) {
    try {
      return await load();
    } catch (error) {
      if (await browser.isReached()) refusals += 1;
      if (refusals >= REFUSALS) throw new PartGone(reasonOf(error), { cause: error });
      await browser.wait(ms);
      await browser.mendStyles();
    }
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
