import { describe, expect, it } from 'vitest';
import type { BuildManifest } from './first-path.ts';
import { splitByPath } from './first-path.ts';

const manifest: BuildManifest = {
  'index.html': {
    file: 'assets/index.js',
    isEntry: true,
    imports: ['_react.js'],
    dynamicImports: ['src/app/board/board-screen.tsx'],
  },
  '_react.js': { file: 'assets/react.js' },
  'src/app/board/board-screen.tsx': {
    file: 'assets/board.js',
    imports: ['_yjs.js', 'index.html'],
    dynamicImports: ['src/views/grid/grid-view.tsx', 'src/views/map/map-view.tsx', 'src/export/read-file.ts'],
  },
  '_yjs.js': { file: 'assets/yjs.js' },
  'src/views/grid/grid-view.tsx': { file: 'assets/grid.js', imports: ['_react.js', '_yjs.js'] },
  'src/export/read-file.ts': { file: 'assets/read-file.js', imports: ['index.html'] },
  'src/views/map/map-view.tsx': { file: 'assets/map.js', dynamicImports: ['src/canvas/canvas.tsx'] },
  'src/canvas/canvas.tsx': { file: 'assets/canvas.js', imports: ['_react.js', '_tldraw.js'] },
  '_tldraw.js': { file: 'assets/tldraw.js' },
  'src/app/fonts.css': { file: 'assets/fonts.css' },
};

const grid = (imports: readonly string[]): BuildManifest => ({
  ...manifest,
  'src/views/grid/grid-view.tsx': { file: 'assets/grid.js', imports },
});

const files = (...names: string[]) => names.map((name) => `assets/${name}.js`);

describe('splitByPath', () => {
  it('counts the entry, the board and the grid with all they import, and nothing that comes on demand', () => {
    const { firstPath, onDemand } = splitByPath(manifest);
    expect(firstPath.toSorted()).toEqual(files('board', 'grid', 'index', 'react', 'yjs'));
    expect(onDemand.toSorted()).toEqual(files('canvas', 'map', 'read-file', 'tldraw'));
  });

  it('counts for the screen to join the entry alone, with all it imports', () => {
    expect(splitByPath(manifest).joinPath.toSorted()).toEqual(files('index', 'react'));
  });

  it('counts what the grid imports statically, the canvas too', () => {
    expect(splitByPath(grid(['src/canvas/canvas.tsx'])).firstPath).toContain('assets/tldraw.js');
    expect(splitByPath(grid(['_tldraw.js'])).firstPath).toContain('assets/tldraw.js');
  });

  it('refuses a manifest that would make it count too little', () => {
    expect(() => splitByPath({})).toThrow('no entry');
    expect(() => splitByPath(grid(['_gone.js']))).toThrow('_gone.js');
    const { 'src/views/grid/grid-view.tsx': _, ...renamed } = manifest;
    expect(() => splitByPath(renamed)).toThrow('grid-view.tsx');
  });
});
