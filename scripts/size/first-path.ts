/** What Vite writes about one module of the build; only what is read here. */
export interface ManifestChunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/** Vite's manifest: module path relative to apps/web, or a name it made up, to chunk. */
export type BuildManifest = Readonly<Record<string, ManifestChunk>>;

/** Modules that are fetched only by somebody who opens the canvas. */
export const CANVAS = 'src/canvas/';

/** Kilobytes of gzipped JavaScript that opening a grid may cost. */
export const LIMIT_KB = 200;

function reach(manifest: BuildManifest, roots: readonly string[], follows: (key: string) => boolean) {
  const seen = new Set<string>();
  const queue = [...roots];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`the build manifest names ${key} and does not describe it`);
    if (seen.has(key)) continue;
    seen.add(key);
    queue.push(...(chunk.imports ?? []), ...(chunk.dynamicImports ?? []).filter(follows));
  }
  return [...new Set([...seen].map((key) => manifest[key]?.file ?? ''))].filter((file) =>
    /\.m?js$/.test(file),
  );
}

/**
 * The JavaScript files of a build in two parts: what somebody who never opens the canvas may download (the entry, and
 * everything it imports statically or on demand except through the canvas), and what the canvas adds.
 * Throws where the manifest has no entry or is not whole.
 */
export function splitByCanvas(manifest: BuildManifest): {
  readonly firstPath: readonly string[];
  readonly canvas: readonly string[];
} {
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry === true);
  if (entries.length === 0) throw new Error('the build manifest has no entry');
  const firstPath = reach(manifest, entries, (key) => !key.startsWith(CANVAS));
  const everything = reach(manifest, entries, () => true);
  return { firstPath, canvas: everything.filter((file) => !firstPath.includes(file)) };
}
