import type { Role } from '@coherence/protocol';
import type { BrowserContext, Page } from '@playwright/test';
import { BoardPage } from '../pages/board-page.ts';
import { JoinPage } from '../pages/join-page.ts';
import type { CreatedBoard } from './api.ts';
import type { Recording } from './frames.ts';
import { recordFrames } from './frames.ts';

/** A person with a browser of their own, on the board. */
export interface Person {
  readonly name: string;
  readonly role: Role;
  readonly page: Page;
  readonly board: BoardPage;
  readonly recording: Recording;
}

/** What went wrong in a browser without failing a step of the test. */
export interface Watch {
  readonly problems: readonly string[];
}

/**
 * Notes every error a page throws, every request that leaves for another person's server, and whatever the content
 * security policy of the server keeps a page from doing. Watches the pages that are opened after it.
 */
export async function watch(context: BrowserContext, who: string, serverUrl: string): Promise<Watch> {
  const problems: string[] = [];
  const { host } = new URL(serverUrl);
  const check = (address: string) => {
    const url = new URL(address);
    if (/^(https?|wss?):$/.test(url.protocol) && url.host !== host) {
      problems.push(`${who}: a request left for ${address}`);
    }
  };
  context.on('weberror', (error) => problems.push(`${who}: ${error.error().message}`));
  context.on('request', (request) => check(request.url()));
  context.on('page', (page) => page.on('websocket', (socket) => check(socket.url())));
  await context.exposeBinding('tellViolation', (_, words: string) => {
    problems.push(`${who}: the policy forbids ${words}`);
  });
  await context.addInitScript(() => {
    const tell: unknown = Reflect.get(window, 'tellViolation');
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) => {
      if (typeof tell === 'function') tell(`${effectiveDirective}: ${blockedURI} ${sample} in ${sourceFile}`);
    });
  });
  return { problems };
}

/** Joins through the link of a role, as a person would. */
export async function joinAs(
  page: Page,
  serverUrl: string,
  board: CreatedBoard,
  { name, unit, role }: { readonly name: string; readonly unit: string; readonly role: Role },
): Promise<Person> {
  const recording = recordFrames(page.context(), `${role} ${name}`);
  const join = new JoinPage(page);
  await join.open(serverUrl, board.id, board.invites[role]);
  await join.join(name, unit);
  return { name, role, page, board: new BoardPage(page), recording };
}
