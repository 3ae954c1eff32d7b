import type { Row } from '../figures/table.ts';
import type { StartOptions, Target } from '../targets/target.ts';

export type Figures = Record<string, number | null>;

export interface Conditions {
  /** Shorter and smaller: to see that everything works, not to quote. */
  readonly quick: boolean;
  readonly start: StartOptions;
}

/** One question to a server, asked of every target in the same way. */
export interface Scenario {
  readonly name: string;
  /** What is done, for people. */
  readonly title: string;
  readonly rows: readonly Row[];
  /** Only servers that store something can be asked. */
  readonly needsStore: boolean;
  /** Starts a server, loads it, and ends it. */
  measure(target: Target, conditions: Conditions): Promise<Figures>;
}
