import type { View } from '../routes.ts';

export type Step = {
  readonly number: 1 | 2 | 3 | 4;
  readonly words: 'shell.describe' | 'shell.understand' | 'shell.expand' | 'shell.implement';
  /** Where a click goes; null for a step that is not built yet. */
  readonly view: View | null;
  readonly current: boolean;
};

/** The four steps as they stand while `view` is shown. On a narrow screen the map is read as its outline. */
export function stepsFor(view: View, narrow: boolean): readonly Step[] {
  const understanding = view !== 'grid';
  return [
    { number: 1, words: 'shell.describe', view: 'grid', current: !understanding },
    {
      number: 2,
      words: 'shell.understand',
      view: understanding ? view : narrow ? 'outline' : 'map',
      current: understanding,
    },
    { number: 3, words: 'shell.expand', view: null, current: false },
    { number: 4, words: 'shell.implement', view: null, current: false },
  ];
}
