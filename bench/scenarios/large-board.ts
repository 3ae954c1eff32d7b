import type { CommandBody } from '@coherence/protocol/http';
import { largeFile } from '../clients/large-file.ts';
import type { RunningTarget, Target } from '../targets/target.ts';
import { watchApart } from './hostile-work.ts';
import type { Conditions, Figures, Scenario } from './scenario.ts';

/** With texts of 80 characters a file of 7 MB, and 8.6 MB stored. */
const FACTORS = 20_000;
const QUICK_FACTORS = 2_000;
const TEXT = 80;

const ASKED = {
  read: 'first read of the board after a start',
  copy: 'a copy to rehearse on',
  redact: 'one factor redacted',
  room: 'room made',
  version: 'saved as a version',
  restored: 'that version restored',
} as const;

/** How long the server is silent while one facilitator uses the whole of a large board over HTTP. */
export const largeBoard: Scenario = {
  name: 'large-board',
  title: `One board of ${FACTORS} factors and their links: longest silence of the server while it is asked for over HTTP`,
  needsStore: true,
  rows: Object.entries(ASKED).map(([key, label]) => ({ key, label: `${label}, ms`, compare: false })),
  measure,
};

async function measure(target: Target, { quick, start }: Conditions): Promise<Figures> {
  const server = await target.start(start);
  const count = quick ? QUICK_FACTORS : FACTORS;
  try {
    const figures: Partial<Record<keyof typeof ASKED, number>> = {};
    // A board for each, because one board may not be used as a whole so often.
    const [read, copied, redacted, made, kept] = [
      await imported(server, count),
      await imported(server, count),
      await imported(server, count),
      await imported(server, count),
      await imported(server, count),
    ];
    if (read === null || copied === null || redacted === null || made === null || kept === null) return {};
    await server.restart();
    figures.read = await silenceOf(server, () => read.ask('GET', ''));
    figures.copy = await silenceOf(server, () => copied.ask('POST', '/rehearse', { people: 1 }));
    figures.redact = await silenceOf(server, () => redacted.command({ type: 'redact', factorIds: ['f5'] }));
    figures.room = await silenceOf(server, () => made.command({ type: 'make-room' }));
    let version = '';
    figures.version = await silenceOf(server, async () => {
      version = String((await kept.command({ type: 'version-save', name: 'Large' }))['id']);
    });
    figures.restored = await silenceOf(server, () => kept.command({ type: 'version-restore', id: version }));
    return figures;
  } finally {
    await server.dispose();
  }
}

async function silenceOf(server: RunningTarget, ask: () => Promise<unknown>): Promise<number> {
  const watched = watchApart(await server.room('watched'));
  const failed = await ask().then(
    () => null,
    (error: unknown) => error,
  );
  const longest = await watched.end();
  if (failed !== null) throw failed;
  return longest;
}

/** The board of a file, to be asked by who made it; null on a server that reads no files. */
async function imported(server: RunningTarget, count: number) {
  const { host, port, pages } = await server.room('watched');
  if (pages === undefined) return null;
  const ask = async (method: string, path: string, body?: object, token?: string) => {
    const headers = {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const response = await fetch(`http://${host}:${port}/api/boards${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  };
  const file = largeFile(count);
  const factors = file.factors.map((factor) => ({ ...factor, text: factor.text.slice(0, TEXT) }));
  const made = await ask('POST', '/import', { ...file, factors });
  const here = (method: string, path: string, body?: object) =>
    ask(method, `/${String(made['id'])}${path}`, body, String(made['token']));
  return { ask: here, command: (body: CommandBody) => here('POST', '/commands', body) };
}
