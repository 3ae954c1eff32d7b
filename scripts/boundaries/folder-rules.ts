import type { Module, Violation } from './source.ts';
import { isRelative, resolveRelative } from './source.ts';

/** An import from one folder to one beside it, and the first place where it is written. */
interface Step {
  readonly from: string;
  readonly to: string;
  readonly path: string;
  readonly line: number;
}

/** Folders side by side that lean on each other, straight or by way of others: neither is read without the other. */
export function checkFolders(modules: readonly Module[]): readonly Violation[] {
  const steps = new Map<string, Step>();
  for (const { path, imports, isDevelopment } of modules) {
    if (isDevelopment) continue;
    for (const { specifier, line } of imports) {
      const step = isRelative(specifier) ? stepOf(path, resolveRelative(path, specifier)) : null;
      if (step === null || steps.has(`${step.from} ${step.to}`)) continue;
      steps.set(`${step.from} ${step.to}`, { ...step, path, line });
    }
  }
  const all = [...steps.values()];
  return all.flatMap(({ from, to, path, line }) => {
    const back = wayBetween(all, to, from);
    if (back === null) return [];
    const rule = `folders lean on each other: ${[from, ...back].join(' -> ')}`;
    return [{ path, line, rule, remedy: 'move what both need below them, or what puts both together above' }];
  });
}

/** The folders of two files below their last common one; null where one of the files stands right in it. */
function stepOf(path: string, target: string): Pick<Step, 'from' | 'to'> | null {
  const one = path.split('/');
  const other = target.split('/');
  const apart = one.findIndex((part, index) => part !== other[index]);
  if (apart < 0 || apart >= one.length - 1 || apart >= other.length - 1) return null;
  return { from: one.slice(0, apart + 1).join('/'), to: other.slice(0, apart + 1).join('/') };
}

/** The folders on the shortest way from `start` to `end`, both included. */
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
