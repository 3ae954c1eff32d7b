import { describe, expect, it } from 'vitest';
import { checkSources, formatViolation } from './check-sources.ts';
import type { Manifest } from './source.ts';

const manifest = (folder: string, dependencies: string[], devDependencies: string[] = []): Manifest => ({
  folder,
  name: `@coherence/${folder.split('/').at(-1)}`,
  dependencies,
  devDependencies,
});

const ours = [
  'band',
  'board',
  'protocol',
  'analysis',
  'picture',
  'import',
  'report',
  'lists',
  'web',
  'server',
].map((name) => `@coherence/${name}`);
const outside = ['yjs', '@tldraw/tldraw', '@tldraw/assets', 'react'];
const manifests = [
  manifest('', [], ['vitest', 'fast-check', ...ours]),
  ...['apps/web', 'apps/server', 'packages/board', 'packages/protocol', 'packages/analysis'].map((folder) =>
    manifest(folder, [...ours, ...outside], ['vite']),
  ),
  ...[
    'packages/band',
    'packages/picture',
    'packages/import',
    'packages/report',
    'packages/lists',
    'e2e',
    'bench',
  ].map((folder) => manifest(folder, [...ours, ...outside], ['vite'])),
];

const rules = (path: string, source: string) =>
  checkSources([{ path, source }], manifests).map(({ rule }) => rule);

const imports = (path: string, ...specifiers: string[]) =>
  rules(path, specifiers.map((specifier) => `import { x } from '${specifier}';`).join('\n'));

describe('who may import whom', () => {
  it.each([
    ['apps/web/src/app/a.ts', ['board', 'protocol', 'analysis', 'picture', 'import', 'report', 'lists']],
    ['apps/server/src/a.ts', ['band', 'board', 'protocol', 'import', 'report']],
    ['packages/import/src/a.ts', ['board', 'picture', 'lists']],
    ['packages/report/src/a.ts', ['board', 'analysis', 'picture', 'lists']],
    ['packages/board/src/a.ts', []],
    ['packages/protocol/src/a.ts', []],
    ['packages/protocol/src/http/a.ts', ['board']],
    ['packages/band/src/a.ts', ['board', 'protocol']],
    ['packages/analysis/src/a.ts', []],
    ['packages/picture/src/a.ts', []],
    ['packages/lists/src/a.ts', ['board']],
    ['e2e/harness/a.ts', ['band', 'board', 'protocol']],
    ['bench/a.ts', ['board', 'protocol']],
    ['scripts/a.ts', ['protocol']],
  ])('%s may import %j and nothing else of ours', (path, allowed) => {
    const refused = ours.filter((name) => imports(path, name).length > 0).map((name) => name.split('/')[1]);
    const all = ours.map((name) => name.split('/')[1]);
    expect(refused).toEqual(all.filter((name) => name !== undefined && !allowed.includes(name)));
  });

  it.each([
    ['static', `import { x } from '@coherence/protocol';`],
    ['type-only', `import type { X } from '@coherence/protocol';`],
    ['type expression', `type X = import('@coherence/protocol').X;`],
    ['dynamic', `const x = await import('@coherence/protocol');`],
    ['re-exported', `export { x } from '@coherence/protocol';`],
    ['for its effect', `import '@coherence/protocol';`],
    ['required', `import sync = require('@coherence/protocol');`],
  ])('sees an import that is %s', (_, source) => {
    expect(rules('packages/board/src/a.ts', source)).toContain(
      'packages/board imports nothing of ours, not @coherence/protocol',
    );
  });

  it('reads code, not comments and strings', () => {
    const source = `// import x from '@coherence/protocol'\nexport const text = "import '@coherence/protocol'";`;
    expect(rules('packages/board/src/a.ts', source)).toEqual([]);
  });
});

describe('the HTTP interface', () => {
  it('stays behind its door', () => {
    expect(imports('packages/protocol/src/wire/a.ts', '../http/errors.ts')).toHaveLength(1);
    expect(imports('packages/protocol/src/http/a.ts', '../role.ts')).toEqual([]);
    expect(imports('apps/web/src/live/a.ts', '@coherence/protocol/http')).toHaveLength(1);
    expect(rules('apps/web/src/live/a.ts', `import type { X } from '@coherence/protocol/http';`)).toEqual([]);
    expect(imports('apps/server/src/a.ts', '@coherence/protocol/http')).toEqual([]);
  });
});

describe('relative imports', () => {
  it('stay in their package', () => {
    expect(imports('packages/board/src/schema/a.ts', '../doc.ts', './b.ts')).toEqual([]);
    expect(imports('packages/board/src/a.ts', '../../sync/src/wire/codec.ts')).toHaveLength(1);
    expect(imports('apps/web/src/a.ts', '../../server/src/main.ts')).toHaveLength(1);
  });

  it('reach the start scripts only from programs that start the server', () => {
    expect(imports('e2e/playwright.config.ts', '../scripts/find-chromium.mjs')).toEqual([]);
    expect(imports('apps/server/test/a.ts', '../../../scripts/check.mjs')).toEqual([]);
    expect(imports('apps/server/src/a.ts', '../../../scripts/check.mjs')).toHaveLength(1);
    expect(imports('e2e/a.ts', '../apps/server/src/main.ts')).toHaveLength(1);
    expect(imports('scripts/size/a.test.ts', '../check.mjs')).toEqual([]);
    expect(imports('scripts/a.test.ts', '../packages/board/src/doc.ts')).toHaveLength(1);
  });
});

describe('tests', () => {
  it.each(['packages/board/src/a.ts', 'packages/board/src/a.test.ts', 'packages/board/src/testing/a.ts'])(
    'are imported by nothing, not by %s',
    (path) => {
      expect(imports(path, './b.test.ts')).toHaveLength(1);
    },
  );

  it('alone lean on what is there for tests', () => {
    for (const support of ['./testing/b.ts', '../test/b.ts', './b.contract.ts', '@coherence/board/testing']) {
      expect(imports('apps/server/src/a.ts', support)).toHaveLength(1);
      expect(imports('apps/server/src/a.test.ts', support)).toEqual([]);
      expect(imports('apps/server/src/testing/a.ts', support)).toEqual([]);
    }
    expect(imports('bench/clients/a.ts', '@coherence/board/testing')).toEqual([]);
  });

  it('import what their folder may, and no more', () => {
    for (const path of ['apps/web/src/a.test.ts', 'packages/board/src/testing/a.ts', 'scripts/a.test.ts']) {
      expect(imports(path, '@coherence/server')).not.toEqual([]);
    }
    expect(imports('packages/protocol/src/wire/a.test.ts', '../http/errors.ts')).toHaveLength(1);
  });
});

describe('reserved libraries', () => {
  it('keeps yjs where documents live', () => {
    const homes = [
      'packages/board/src/a.ts',
      'packages/protocol/src/a.ts',
      'apps/server/src/rooms/a.ts',
      'apps/web/src/live/a.ts',
      'e2e/a.ts',
      'bench/a.ts',
      'apps/server/src/ws/a.test.ts',
    ];
    for (const home of homes) expect(imports(home, 'yjs')).toEqual([]);
    for (const stranger of [
      'apps/server/src/ws/a.ts',
      'packages/report/src/a.test.ts',
      'apps/web/src/canvas/a.ts',
      'packages/report/src/a.ts',
    ]) {
      expect(imports(stranger, 'yjs')).toHaveLength(1);
      expect(rules(stranger, `import type * as Y from 'yjs';`)).toHaveLength(1);
    }
  });

  it('keeps tldraw in the canvas', () => {
    expect(imports('apps/web/src/canvas/a.ts', '@tldraw/tldraw', '@tldraw/assets/imports.vite')).toEqual([]);
    expect(imports('apps/web/src/views/map/a.ts', '@tldraw/tldraw')).toHaveLength(1);
    expect(imports('apps/web/src/app/a.ts', '@tldraw/assets/imports.vite')).toHaveLength(1);
  });

  it('keeps Node out of what the browser runs, except in tests', () => {
    expect(imports('packages/board/src/a.ts', 'node:fs')).toHaveLength(1);
    expect(imports('packages/board/src/a.test.ts', 'node:fs')).toEqual([]);
    expect(imports('apps/server/src/a.ts', 'node:fs')).toEqual([]);
  });

  it('lets a package have an entry for Node alone, on which nothing else in it leans', () => {
    expect(imports('packages/report/src/fonts/fonts-node.ts', 'node:fs')).toEqual([]);
    expect(imports('packages/report/src/a.ts', './fonts/fonts-node.ts')).toHaveLength(1);
    expect(imports('packages/report/src/a.test.ts', './fonts/fonts-node.ts')).toEqual([]);
  });
});

describe('the rooms of the server', () => {
  it('are reached through the host of their board alone', () => {
    const registry = '../rooms/registry.ts';
    expect(imports('apps/server/src/boards/board-host.ts', registry)).toEqual([]);
    expect(imports('apps/server/src/server.ts', './rooms/registry.ts')).toEqual([]);
    expect(imports('apps/server/src/rooms/testing/a.ts', '../registry.ts')).toEqual([]);
    for (const stranger of ['boards/a.ts', 'ws/sockets.ts', 'commands/a.test.ts', 'routes/testing/a.ts']) {
      const path = `apps/server/src/${stranger}`;
      const up = '../'.repeat(stranger.split('/').length - 1);
      expect(rules(path, `import type { Registry } from '${up}rooms/registry.ts';`)).toHaveLength(1);
    }
  });
});

describe('declared dependencies', () => {
  it('refuses what the package does not name', () => {
    expect(imports('packages/board/src/a.ts', 'left-pad')).toEqual(['left-pad is not declared']);
    expect(imports('packages/board/src/a.ts', '@scope/name/part')).toEqual(['@scope/name is not declared']);
  });

  it('lets tests and configuration use development dependencies, and source only their types', () => {
    expect(imports('packages/board/src/a.test.ts', 'vitest', 'fast-check')).toEqual([]);
    expect(imports('apps/web/vite.config.ts', 'vite')).toEqual([]);
    expect(imports('apps/web/src/a.ts', 'vite')).toEqual(['vite is not declared']);
    expect(rules('apps/web/src/a.ts', `import type { Plugin } from 'vite';`)).toEqual([]);
  });
});

describe('inside web', () => {
  it('ui imports nothing of ours', () => {
    const path = 'apps/web/src/ui/a.tsx';
    expect(imports(path, './b.tsx', 'react')).toEqual([]);
    expect(imports(path, '../live/open-board.ts')).toHaveLength(1);
    expect(imports(path, '@coherence/board')).toHaveLength(1);
  });

  it('a view never imports another view', () => {
    expect(imports('apps/web/src/views/grid/a.tsx', './cell.tsx', '../../ui/button.tsx')).toEqual([]);
    expect(imports('apps/web/src/views/grid/a.tsx', '../map/map-view.tsx')).toHaveLength(1);
    expect(imports('apps/web/src/lead/a.tsx', '../app/app.tsx')).toHaveLength(1);
    expect(imports('apps/web/src/main.tsx', './app/app.tsx')).toEqual([]);
    expect(imports('apps/web/src/app/a.tsx', './app.tsx', '../lead/a.tsx')).toEqual([]);
    expect(rules('apps/web/src/views/grid/a.tsx', `const m = import('../map/map-view.tsx');`)).toHaveLength(
      1,
    );
  });
});

describe('what only facilitators see', () => {
  it.each(['phases', 'wall', 'together'])('is not imported by %s', (layer) => {
    const path = `apps/web/src/${layer}/a.tsx`;
    expect(imports(path, '../lead/console/console.tsx')).toHaveLength(1);
    expect(rules(path, `const m = import('../lead/people/people-panel.tsx');`)).toHaveLength(1);
    expect(imports('apps/web/src/lead/a.tsx', `../${layer}/b.tsx`)).toEqual([]);
  });
});

describe('what Node runs without a transform', () => {
  it.each([
    ['an enum', 'enum Colour { Red }'],
    ['a namespace', 'namespace Colours { export const red = 1; }'],
    ['a parameter property', 'class A { constructor(readonly red: number) {} }'],
    ['a decorator', '@sealed class A {}'],
    ['import =', `import fs = require('node:fs');`],
    ['export =', 'const red = 1; export = red;'],
    ['JSX', 'export const red = <p>red</p>;'],
  ])('holds no %s', (what, source) => {
    const path = what === 'JSX' ? 'packages/board/src/a.tsx' : 'packages/board/src/a.ts';
    expect(rules(path, source)).toContain(`${what} needs a transform`);
    expect(rules(path.replace('packages/board', 'apps/server'), source)).toContain(
      `${what} needs a transform`,
    );
    expect(rules(path.replace('packages/board', 'apps/web'), source)).toEqual([]);
  });

  it('may declare what another file makes', () => {
    const source = 'declare enum Colour { Red }\ndeclare namespace Colours { const red: number; }';
    expect(rules('packages/board/src/a.ts', source)).toEqual([]);
    expect(rules('packages/board/src/a.d.ts', 'declare global { interface Colour {} }\nexport {};')).toEqual(
      [],
    );
  });
});

describe('the layout of documents', () => {
  const reading = (call: string) => `export const read = (doc: Doc) => doc.${call}('factors');`;

  it.each(['getMap', 'getText', 'getArray', 'getMap<string>'])(
    'is no matter of %s outside of board',
    (call) => {
      expect(rules('packages/board/src/a.ts', reading(call))).toEqual([]);
      for (const path of ['apps/web/src/live/a.ts', 'apps/server/src/rooms/a.ts', 'bench/a.ts', 'e2e/a.mjs'])
        expect(rules(path, reading(call).replaceAll(/: Doc|<string>/g, ''))).toHaveLength(1);
    },
  );

  it('may be forged by tests of what carries documents, and by the client that has nothing of ours', () => {
    const source = 'export const read = (doc) => doc.getMap("factors");';
    for (const path of [
      'apps/server/src/a.test.ts',
      'packages/protocol/src/testing/a.ts',
      'e2e/tests/a.spec.ts',
    ])
      expect(rules(path, source)).toEqual([]);
    expect(rules('e2e/harness/stock-client.mjs', source)).toEqual([]);
    expect(rules('apps/web/src/live/a.test.ts', source)).toHaveLength(1);
    expect(rules('packages/report/src/a.test.ts', source)).toHaveLength(1);
  });

  it('is not what a map of another kind is asked for', () => {
    expect(rules('apps/web/src/live/a.ts', 'export const map = (views) => views.mapOf().get("a");')).toEqual(
      [],
    );
  });
});

describe('files', () => {
  it.each(['utils', 'helpers', 'types', 'common', 'shared'])('none is called %s, nor a folder', (name) => {
    expect(rules(`packages/board/src/${name}.ts`, '')).toHaveLength(1);
    expect(rules(`packages/board/src/${name}/factor.ts`, '')).toHaveLength(1);
    expect(rules(`packages/board/src/factor-${name}-of-unit.ts`, '')).toEqual([]);
  });

  it('are named in lower case with dashes', () => {
    expect(rules('apps/web/src/ui/PrimaryButton.tsx', '')).toHaveLength(1);
    expect(rules('apps/web/src/ui/primary-button.tsx', '')).toEqual([]);
  });

  it('have an index only as the door of a package', () => {
    expect(rules('packages/board/src/index.ts', '')).toEqual([]);
    expect(rules('packages/board/src/schema/index.ts', '')).toHaveLength(1);
    expect(rules('apps/web/src/index.tsx', '')).toHaveLength(1);
  });

  it('end at 400 lines', () => {
    expect(rules('packages/board/src/a.ts', 'const a = 1;\n'.repeat(400))).toEqual([]);
    expect(rules('packages/board/src/a.ts', 'const a = 1;\n'.repeat(401))).toHaveLength(1);
    expect(rules('apps/web/src/ui/tokens.css', 'a {}\n'.repeat(401))).toHaveLength(1);
  });

  it('export by name', () => {
    expect(rules('packages/board/src/index.ts', `export * from './doc.ts';`)).toEqual([
      'export * from ./doc.ts',
    ]);
    expect(rules('packages/board/src/index.ts', `export { open } from './doc.ts';`)).toEqual([]);
  });
});

it('names the line, the rule and what to do', () => {
  const source = `\nimport { y } from './b.ts';\nimport { x } from 'left-pad';\n`;
  const [violation] = checkSources([{ path: 'packages/board/src/a.ts', source }], manifests);
  expect(violation && formatViolation(violation)).toBe(
    'packages/board/src/a.ts:3  left-pad is not declared\n    -> add it to the dependencies of packages/board/package.json',
  );
});

describe('what stands side by side', () => {
  const at = (path: string) => `apps/server/src/${path}`;
  const rounds = (files: Readonly<Record<string, string>>) =>
    checkSources(
      Object.entries(files).map(([path, target]) => ({ path, source: `import { x } from '${target}';` })),
      manifests,
    ).map(({ path, rule }) => `${path}: ${rule.replaceAll('apps/server/src/', '')}`);
  const TIED = { [at('ws/a.ts')]: '../rooms/b.ts', [at('rooms/c.ts')]: '../ws/d.ts' };

  it('may not lean on each other', () => {
    expect(rounds(TIED)).toEqual([
      `${at('ws/a.ts')}: these lean on each other: ws -> rooms -> ws`,
      `${at('rooms/c.ts')}: these lean on each other: rooms -> ws -> rooms`,
    ]);
  });

  it('may not do so by way of a third', () => {
    const round = { [at('ws/a.ts')]: '../rooms/b.ts', [at('rooms/b.ts')]: '../auth/c.ts' };
    expect(rounds(round)).toEqual([]);
    expect(rounds({ ...round, [at('auth/c.ts')]: '../ws/a.ts' })).toHaveLength(3);
  });

  it('is a file, too: what puts folders together is not what they lean on', () => {
    expect(rounds({ [at('main.ts')]: './ws/a.ts' })).toEqual([]);
    expect(rounds({ [at('main.ts')]: './ws/a.ts', [at('ws/a.ts')]: '../main.ts' })).toHaveLength(2);
    const byWayOfAFile = { [at('limits.ts')]: './ws/a.ts', [at('main.ts')]: './limits.ts' };
    expect(rounds({ ...byWayOfAFile, [at('ws/b.ts')]: '../main.ts' })).toHaveLength(3);
    expect(rounds({ [at('a.ts')]: './b.ts', [at('b.ts')]: './a.ts' })).toHaveLength(2);
  });

  it.each(['apps/server/src/', 'bench/', 'e2e/', 'scripts/', 'apps/server/src/testing/'])(
    'counts imports of types in %s',
    (folder) => {
      const files = [
        { path: `${folder}one/a.ts`, source: `import type { B } from '../two/b.ts';` },
        { path: `${folder}two/b.ts`, source: `import type { C } from '../one/c.ts';` },
      ];
      expect(checkSources(files, manifests)).toHaveLength(2);
    },
  );

  it('is put together by tests, and by what they lean on', () => {
    expect(rounds({ [at('ws/a.ts')]: '../rooms/b.ts', [at('rooms/c.test.ts')]: '../ws/d.ts' })).toEqual([]);
    expect(rounds({ [at('ws/a.ts')]: '../rooms/b.ts', [at('rooms/testing/c.ts')]: '../../ws/d.ts' })).toEqual(
      [],
    );
  });
});
