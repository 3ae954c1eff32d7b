import { describe, expect, it } from 'vitest';
import type { BuildManifest } from './first-path.ts';
import { splitByCanvas } from './first-path.ts';

const manifest: BuildManifest = {
  'index.html': {
    file: 'assets/index.js',
    isEntry: true,
    imports: ['_react.js'],
    dynamicImports: ['src/views/grid/grid-view.tsx', 'src/canvas/canvas.tsx'],
  },
  '_react.js': { file: 'assets/react.js' },
  'src/views/grid/grid-view.tsx': { file: 'assets/grid.js', imports: ['_react.js', '_board.js'] },
  '_board.js': { file: 'assets/board.js', dynamicImports: ['src/export/dialog.tsx'] },
  'src/export/dialog.tsx': { file: 'assets/dialog.js', imports: ['index.html'] },
  'src/canvas/canvas.tsx': {
    file: 'assets/canvas.js',
    imports: ['_react.js', '_tldraw.js'],
    dynamicImports: ['src/canvas/text-tool.tsx'],
  },
  'src/canvas/text-tool.tsx': { file: 'assets/text-tool.js' },
  '_tldraw.js': { file: 'assets/tldraw.js' },
  'src/app/fonts.css': { file: 'assets/fonts.css' },
};

const grid = (imports: readonly string[]): BuildManifest => ({
  ...manifest,
  'src/views/grid/grid-view.tsx': { file: 'assets/grid.js', imports },
});

describe('splitByCanvas', () => {
  it('counts the entry and everything it loads, also on demand, except through the canvas', () => {
    const { firstPath, canvas } = splitByCanvas(manifest);
    expect(firstPath.toSorted()).toEqual(
      ['board', 'dialog', 'grid', 'index', 'react'].map((name) => `assets/${name}.js`),
    );
    expect(canvas.toSorted()).toEqual(['canvas', 'text-tool', 'tldraw'].map((name) => `assets/${name}.js`));
  });

  it('counts the canvas where somebody imports it statically', () => {
    expect(splitByCanvas(grid(['src/canvas/canvas.tsx'])).firstPath).toContain('assets/tldraw.js');
    expect(splitByCanvas(grid(['_tldraw.js'])).firstPath).toContain('assets/tldraw.js');
  });

  it('refuses a manifest that would make it count nothing', () => {
    expect(() => splitByCanvas({})).toThrow('no entry');
    expect(() => splitByCanvas(grid(['_gone.js']))).toThrow('_gone.js');
  });
});
