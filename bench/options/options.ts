import { parseArgs } from 'node:util';

export interface Options {
  readonly scenarios: readonly string[];
  readonly targets: readonly string[];
  readonly quick: boolean;
  /** How often each scenario is measured on each target; the median counts. */
  readonly runs: number;
  /** Record where our server spends its time. */
  readonly profile: boolean;
}

type OptionsResult =
  | { readonly ok: true; readonly value: Options }
  | { readonly ok: false; readonly problem: string };

export const USAGE = `npm run bench -- [--scenario a,b] [--targets a,b] [--quick] [--runs n] [--profile]
  --scenario  names or how they begin: edits takes edits-50, edits-200 and edits-500. Default: all
  --targets   default: all that can be installed; ours is always measured first
  --quick     shorter and smaller, to see that it works; not to be quoted
  --runs      repeat, interleaved by target, and take medians (default 1)
  --profile   write a CPU profile of our server into bench/results`;

const MAX_RUNS = 20;

/** Reads the command line. `known`: all names there are. */
export function readOptions(
  args: readonly string[],
  known: { readonly scenarios: readonly string[]; readonly targets: readonly string[] },
): OptionsResult {
  const parsed = parse(args);
  if (parsed === null) return { ok: false, problem: USAGE };
  const { scenario, targets, quick = false, runs = '1', profile = false } = parsed;
  const wantedScenarios = chosen(scenario, known.scenarios);
  if (!wantedScenarios.ok) return wantedScenarios;
  const wantedTargets = chosen(targets, known.targets);
  if (!wantedTargets.ok) return wantedTargets;
  const count = Number(runs);
  if (!Number.isInteger(count) || count < 1 || count > MAX_RUNS) {
    return { ok: false, problem: `--runs must be a number from 1 to ${MAX_RUNS}, not "${runs}"` };
  }
  return {
    ok: true,
    value: { scenarios: wantedScenarios.names, targets: wantedTargets.names, quick, runs: count, profile },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        scenario: { type: 'string' },
        targets: { type: 'string' },
        quick: { type: 'boolean' },
        runs: { type: 'string' },
        profile: { type: 'boolean' },
      },
    }).values;
  } catch {
    return null;
  }
}

function chosen(
  text: string | undefined,
  known: readonly string[],
): { ok: true; names: readonly string[] } | { ok: false; problem: string } {
  if (text === undefined) return { ok: true, names: known };
  const beginnings = text.split(',').map((one) => one.trim());
  const stranger = beginnings.find((one) => one === '' || !known.some((name) => name.startsWith(one)));
  if (stranger !== undefined) {
    return { ok: false, problem: `"${stranger}" is none of ${known.join(', ')}` };
  }
  const isMeant = (name: string, one: string) => (known.includes(one) ? name === one : name.startsWith(one));
  return { ok: true, names: known.filter((name) => beginnings.some((one) => isMeant(name, one))) };
}
