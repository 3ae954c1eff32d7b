import type { Module, Part, Violation } from './source.ts';
import { isRelative, partOf, resolveRelative } from './source.ts';

/** An import from one file or folder to one beside it in `folder`, and the first place where it is written. */
interface Step {
  readonly folder: string;
  readonly from: string;
  readonly to: string;
  readonly path: string;
  readonly line: number;
}

/** A step that also leads back: `back` is the shortest way, from `to` to `from`. */
type Round = Step & { readonly back: readonly string[] };

/**
 * Files and folders side by side that lean on each other, straight or by way of others: none is read without the
 * rest. Imports of types count. What people run is counted apart from what tests lean on; tests themselves are leant
 * on by nothing.
 */
export function checkFolders(modules: readonly Module[]): readonly Violation[] {
  return [...roundsIn(modules, 'source'), ...roundsIn(modules, 'support')].map(saidOf);
}

function saidOf({ folder, from, back, path, line }: Round): Violation {
  const way = [from, ...back].map((name) => `${folder}/${name}`).join(' -> ');
  const remedy = 'move what both need below them, or what puts both together above';
  return { path, line, rule: `these lean on each other: ${way}`, remedy };
}

function roundsIn(modules: readonly Module[], part: Part): readonly Round[] {
  const folders = new Map<string, Map<string, Step>>();
  for (const { path, imports, ...module } of modules) {
    if (module.part !== part) continue;
    for (const { specifier, line } of imports) {
      const target = isRelative(specifier) ? resolveRelative(path, specifier) : path;
      if (target === path || partOf(target) !== part) continue;
      const step = { ...placesOf(path, target), path, line };
      const steps = folders.get(step.folder) ?? new Map<string, Step>();
      folders.set(step.folder, steps);
      const key = `${step.from} ${step.to}`;
      if (!steps.has(key)) steps.set(key, step);
    }
  }
  return [...folders.values()].flatMap((steps) => {
    const all = [...steps.values()];
    return all.flatMap((step) => {
      const back = wayBetween(all, step.to, step.from);
      return back === null ? [] : [{ ...step, back }];
    });
  });
}

/** The last folder that two files have in common, and what stands in it on the way to each. */
function placesOf(path: string, target: string): Pick<Step, 'folder' | 'from' | 'to'> {
  const one = path.split('/');
  const other = target.split('/');
  const apart = one.findIndex((segment, index) => segment !== other[index]);
  return { folder: one.slice(0, apart).join('/'), from: one[apart] ?? '', to: other[apart] ?? '' };
}

/** What is passed on the shortest way from `start` to `end`, both included. */
function wayBetween(steps: readonly Step[], start: string, end: string): readonly string[] | null {
  const ways = [[start]];
  const seen = new Set([start]);
  for (const way of ways) {
    const last = way.at(-1);
    if (last === end) return way;
    for (const { from, to } of steps) {
      if (from !== last || seen.has(to)) continue;
      seen.add(to);
      ways.push([...way, to]);
    }
  }
  return null;
}
