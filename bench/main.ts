import { RESULTS, renderOutcome, writeResults } from './report.ts';
import type { Outcome } from './report.ts';
import { describeMachine, unmeasurable } from './machine/machine.ts';
import { readOptions } from './options/options.ts';
import type { Options } from './options/options.ts';
import { SCENARIOS } from './scenarios/all.ts';
import type { Figures, Scenario } from './scenarios/scenario.ts';
import { TARGETS } from './targets/all.ts';
import type { Target } from './targets/target.ts';

const read = readOptions(process.argv.slice(2), {
  scenarios: SCENARIOS.map(({ name }) => name),
  targets: TARGETS.map(({ name }) => name),
});
if (read.ok) await run(read.value);
else {
  console.error(read.problem);
  process.exitCode = 2;
}

async function run(options: Options): Promise<void> {
  const machine = describeMachine(new Date());
  const { cores, processor, memoryGib, system, node, load } = machine;
  console.log(
    `${cores} cores (${processor}), ${memoryGib} GiB, ${system}, Node ${node}, load ${load.toFixed(1)}`,
  );
  if (load > 1) console.log('Other programs are running: read the ratios, not the figures.');
  for (const line of unmeasurable(process.platform)) console.log(line);
  if (options.quick) console.log('Quick: to see that it works, not to be quoted.');

  const ready: Target[] = [];
  for (const target of TARGETS.filter(({ name }) => options.targets.includes(name))) {
    const prepared = await target.prepare();
    if (prepared.ok) ready.push(target);
    else console.log(`${target.title} is left out: ${prepared.reason}`);
  }
  const outcomes: Outcome[] = [];
  for (const scenario of SCENARIOS.filter(({ name }) => options.scenarios.includes(name))) {
    const outcome = await ask(scenario, ready, options);
    outcomes.push(outcome);
    console.log(`\n${renderOutcome(outcome)}`);
  }
  console.log(`\nwritten to ${writeResults(machine, options.quick, outcomes)}`);
}

/** Target after target, then again: what else the machine does falls on all of them alike. */
async function ask(scenario: Scenario, targets: readonly Target[], options: Options): Promise<Outcome> {
  const able = targets.filter(({ stores }) => stores || !scenario.needsStore);
  const leftOut = targets
    .filter((target) => !able.includes(target))
    .map(({ title }) => `${title} is not measured here: it stores nothing.`);
  const runs = new Map<Target, Figures[]>(able.map((target) => [target, []]));
  for (let turn = 0; turn < options.runs; turn += 1) {
    for (const target of able) {
      const start = options.profile && target === TARGETS[0] ? { profileInto: RESULTS } : {};
      try {
        runs.get(target)?.push(await scenario.measure(target, { quick: options.quick, start }));
      } catch (error) {
        leftOut.push(`${target.title} failed: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  const measured = [...runs].map(([{ name, title }, figures]) => ({
    target: { name, title },
    runs: figures,
  }));
  const { name, title, rows } = scenario;
  return { scenario: { name, title, rows }, measured, leftOut };
}
