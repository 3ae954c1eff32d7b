import type { StepNumber } from '@coherence/board';
import type { View } from '../../frame/routes.ts';

export type Step = {
  readonly number: StepNumber;
  readonly words: 'shell.describe' | 'shell.understand' | 'shell.expand' | 'shell.implement';
  /** Where a click goes; null for a step that is not built yet. */
  readonly view: View | null;
  readonly current: boolean;
};

/**
 * The four steps as they stand while `view` is shown; `at` is the step of the phase that is on, if one is. On a narrow
 * screen the map is read as its outline.
 */
export function stepsFor(view: View, narrow: boolean, at: StepNumber | null = null): readonly Step[] {
  const current = view === 'room' ? at : view === 'grid' ? 1 : 2;
  const map = view === 'map' || view === 'outline' ? view : narrow ? 'outline' : 'map';
  return [
    { number: 1, words: 'shell.describe', view: 'grid', current: current === 1 },
    { number: 2, words: 'shell.understand', view: map, current: current === 2 },
    { number: 3, words: 'shell.expand', view: null, current: current === 3 },
    { number: 4, words: 'shell.implement', view: null, current: current === 4 },
  ];
}
