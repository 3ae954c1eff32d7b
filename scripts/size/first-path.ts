/** What Vite writes about one module of the build; only what is read here. */
interface ManifestChunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/** Vite's manifest: module path relative to apps/web, or a name it made up, to chunk. */
export type BuildManifest = Readonly<Record<string, ManifestChunk>>;

/**
 * What is fetched on demand by everyone who joins and works in the grid. The rest that is on demand (map, outline,
 * import, the sheet with the QR) is not on this path, nor is what the open grid fetches in the background for later.
 */
export const GRID_PATH = ['src/app/board/board-screen.tsx', 'src/views/grid/grid-view.tsx'] as const;

/** Kilobytes of gzipped JavaScript that opening a grid may cost. */
export const LIMIT_KB = 200;

/** Kilobytes of gzipped JavaScript before a person can join: the entry of the page with all it imports. */
export const JOIN_LIMIT_KB = 120;

function reach(manifest: BuildManifest, roots: readonly string[], alsoOnDemand: boolean) {
  const seen = new Set<string>();
  const queue = [...roots];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`the build manifest does not describe ${key}`);
    if (seen.has(key)) continue;
    seen.add(key);
    queue.push(...(chunk.imports ?? []), ...(alsoOnDemand ? (chunk.dynamicImports ?? []) : []));
  }
  return [...new Set([...seen].map((key) => manifest[key]?.file ?? ''))].filter((file) =>
    /\.m?js$/.test(file),
  );
}

/**
 * The JavaScript files of a build: what the screen to join needs (`joinPath`, a part of the next), what starting, joining and working in the grid downloads (the entry and
 * `GRID_PATH`, with everything they import statically), and what comes on demand after that.
 * Throws where the manifest has no entry, not every part of the path, or is not whole.
 */
export function splitByPath(manifest: BuildManifest): {
  readonly joinPath: readonly string[];
  readonly firstPath: readonly string[];
  readonly onDemand: readonly string[];
} {
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry === true);
  if (entries.length === 0) throw new Error('the build manifest has no entry');
  const firstPath = reach(manifest, [...entries, ...GRID_PATH], false);
  const everything = reach(manifest, entries, true);
  return {
    joinPath: reach(manifest, entries, false),
    firstPath,
    onDemand: everything.filter((file) => !firstPath.includes(file)),
  };
}
