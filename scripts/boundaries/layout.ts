/** Who may import whom, as docs/architecture.md draws it. Everything in this file is data. */

/** All but `band`, which plays people: those in a browser are real. */
const PACKAGES = ['board', 'protocol', 'analysis', 'picture', 'import', 'report', 'words', 'lists'] as const;

/** Packages of ours that each part may import, by folder. A part that is missing here may import none. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'apps/web': PACKAGES,
  'apps/server': ['band', 'board', 'protocol', 'import', 'report', 'words'],
  'packages/import': ['board', 'picture', 'lists'],
  'packages/report': ['board', 'analysis', 'picture', 'words', 'lists'],
  'packages/board': [],
  'packages/protocol': ['board'],
  'packages/band': ['board', 'protocol'],
  'packages/analysis': [],
  'packages/picture': [],
  'packages/lists': ['board'],
  'packages/words': [],
  e2e: ['band', 'board', 'protocol', 'words'],
  /** The scripts, which make the page of the interface from its declarations, and types from the catalogs of words. */
  '': ['protocol', 'words'],
  bench: ['board', 'protocol'],
};

/** Libraries that only some folders may touch. `matches` is tested against the whole import specifier. */
export const RESERVED: readonly {
  readonly matches: RegExp;
  readonly name: string;
  readonly folders: readonly string[];
  /** Folders whose tests may touch it, too. */
  readonly tests?: readonly string[];
  readonly instead: string;
}[] = [
  {
    matches: /^yjs(\/|$)/,
    name: 'yjs',
    folders: [
      'packages/board/',
      'packages/protocol/',
      'packages/band/',
      'apps/server/src/rooms/',
      'apps/web/src/live/',
      'e2e/',
      'bench/',
    ],
    // They play clients, and forge what no client sends.
    tests: ['apps/server/'],
    instead: 'read through the projections of packages/board and write through its operations',
  },
  {
    matches: /^(tldraw|@tldraw\/.*)$/,
    name: 'tldraw',
    folders: ['apps/web/src/canvas/'],
    instead: 'put what needs the canvas into apps/web/src/canvas',
  },
  {
    matches: /^@base-ui\/react(\/|$)/,
    name: 'Base UI',
    folders: ['apps/web/src/ui/'],
    instead: 'use what apps/web/src/ui makes of it, or add it there',
  },
];

/** Who may take a root of a Yjs document by its name, with `.getMap(` and the like. */
export const LAYOUT: {
  readonly home: string;
  /** Folders whose tests may: they play clients, forge what no client sends, or move bytes that are no board. */
  readonly tests: readonly string[];
  readonly files: readonly string[];
  readonly instead: string;
} = {
  home: 'packages/board/',
  tests: ['apps/server/', 'packages/protocol/', 'packages/band/', 'e2e/'],
  // Shows programs of others how to write to a board with nothing of ours.
  files: ['e2e/harness/stock-client.mjs'],
  instead:
    'read through the projections of packages/board, write through its operations, watch through `textOf`',
};

/** Files that only some files and folders of their package may touch. */
export const KEPT: readonly {
  readonly file: string;
  readonly users: readonly string[];
  readonly instead: string;
}[] = [
  {
    file: 'apps/server/src/rooms/registry.ts',
    users: [
      'apps/server/src/rooms/',
      'apps/server/src/boards/board-host.ts',
      // Makes it, and closes it at the end.
      'apps/server/src/server.ts',
    ],
    instead: 'reach the board by its host, as apps/server/src/boards/board-host.ts gives it',
  },
];

/** Names of the browser that only some files may use, since one rule stands before them. */
export const NAMED_ONLY_IN: readonly {
  /** Identifiers, `Object.member`, or `new Object()` without arguments. */
  readonly names: readonly string[];
  readonly under: readonly string[];
  readonly files: readonly string[];
  readonly instead: string;
}[] = [
  {
    names: ['isComposing', 'keyCode'],
    under: ['apps/web/src/'],
    files: ['apps/web/src/frame/input-method.ts'],
    instead: 'ask for `key` alone: keys of input methods reach no listener',
  },
  {
    names: ['localStorage', 'sessionStorage', 'indexedDB', 'IndexeddbPersistence'],
    under: ['apps/web/src/', 'packages/protocol/src/'],
    files: [
      'apps/web/src/live/device/remembered.ts',
      'apps/web/src/live/device/offline-store.ts',
      // Guards a hint of its own, in a package that web stands on.
      'packages/protocol/src/transport/transport-memory.ts',
    ],
    instead:
      'keep it by `remembered`, or in a store of apps/web/src/live/device: browsers refuse, and must not throw',
  },
  {
    names: ['Date.now', 'new Date()'],
    under: ['apps/web/src/'],
    files: [
      'apps/web/src/live/server/server-clock.ts',
      // Tells a facilitator how wrong the clock of this device is.
      'apps/web/src/lead/room-check/run-checks.ts',
      // Compared with the times of the connection, which are this device's.
      'apps/web/src/phases/write/notes/use-private-notes.ts',
    ],
    instead: 'stamp with `serverClock.now()`, and measure with `performance.now()`',
  },
];

/** The folder of apps/web/src that puts all others together: only the entry imports it. */
export const WEB_ROOF = 'app';
export const WEB_ENTRY = 'main.tsx';

/** Folders of apps/web/src that import nothing of ours. */
export const WEB_LEAVES = ['ui'] as const;

/** Folders of apps/web/src whose parts everyone may see: none of them leans on what only facilitators see. */
export const WEB_LED = ['phases', 'wall', 'together'] as const;
export const WEB_LEAD = 'lead';

/** Names that say nothing about what is inside. */
export const EMPTY_NAMES = new Set([
  'util',
  'utils',
  'helper',
  'helpers',
  'type',
  'types',
  'common',
  'shared',
]);

export const MAX_LINES = 400;

/** Written by `npm run format`, as long as what they are made from. */
export const GENERATED: readonly string[] = ['packages/words/src/word-values.ts'];

/**
 * Programs that start the server may lean on the start scripts (its environment, the Node to run on, a browser, the
 * build), and on what packages offer to tests.
 */
export const TOOL_FOLDER = 'scripts/';
export const MAY_USE_TOOLS = ['e2e/', 'bench/', 'apps/server/test/'] as const;
