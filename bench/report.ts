import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Machine } from './machine/machine.ts';
import type { Figures, Scenario } from './scenarios/scenario.ts';
import type { Target } from './targets/target.ts';
import { median } from './figures/percentiles.ts';
import { renderTable } from './figures/table.ts';

export const RESULTS = fileURLToPath(new URL('./results/', import.meta.url));

/** What one scenario gave: each run of each target, or why a target was left out. */
export interface Outcome {
  readonly scenario: Pick<Scenario, 'name' | 'title' | 'rows'>;
  readonly measured: readonly {
    readonly target: Pick<Target, 'name' | 'title'>;
    readonly runs: readonly Figures[];
  }[];
  readonly leftOut: readonly string[];
}

/** The median of each figure over the runs. */
export function middle(runs: readonly Figures[]): Figures {
  const keys = new Set(runs.flatMap((figures) => Object.keys(figures)));
  return Object.fromEntries(
    [...keys].map((key) => [key, median(runs.map((figures) => figures[key] ?? null))]),
  );
}

export function renderOutcome({ scenario, measured, leftOut }: Outcome): string {
  const columns = measured.map(({ target, runs }) => ({ title: target.title, figures: middle(runs) }));
  const table = columns.length === 0 ? '' : `\n\n${renderTable(scenario.rows, columns)}`;
  return [`### ${scenario.title}${table}`, ...leftOut].join('\n\n');
}

/** Writes everything that was measured to a file of its own; answers its path. */
export function writeResults(machine: Machine, quick: boolean, outcomes: readonly Outcome[]): string {
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, `${machine.at.replaceAll(':', '-').slice(0, 19)}.json`);
  writeFileSync(file, `${JSON.stringify({ machine, quick, outcomes }, null, 2)}\n`);
  return file;
}
