import { FLOOR, type Anonymity, type OwnChoice, type Session } from '@coherence/board';
import type { WordKey } from '@coherence/words';
import { sumOf } from '../../together/counts/attending.ts';

export type Writer = {
  readonly identity: Anonymity;
  /** The name of their unit; null: none. */
  readonly unit: string | null;
  readonly name: string | null;
  /** Nobody else of their unit is here. */
  readonly isAlone: boolean;
};

/** What is shown with somebody's notes after the reveal. The sentences name `{unit}` and `{name}`. */
export function promiseKey({ identity, unit, name, isAlone }: Writer) {
  if (identity === 'anonymous') return 'write.promiseAnonymous';
  if (unit === null)
    return identity === 'named' && name !== null ? 'write.promiseName' : 'write.promiseNothing';
  if (identity === 'named' && name !== null) return 'write.promiseNamed';
  return isAlone ? 'write.promiseAlone' : 'write.promiseUnit';
}
promiseKey satisfies (writer: Writer) => WordKey;

/** What somebody can show with their own notes beyond the promise, least first. */
export function ownChoices({ identity, unit, name }: Omit<Writer, 'isAlone'>): readonly OwnChoice[] {
  const choices: OwnChoice[] = [];
  if (identity === 'anonymous' && unit !== null) choices.push('unit');
  if (identity !== 'named' && name !== null && name !== '') choices.push('named');
  return choices;
}

/** How many people are here who can write on a device of their own. */
export function writersHere({
  attending,
  withoutDevice,
}: Pick<Session, 'attending' | 'withoutDevice'>): number {
  return Math.max(0, sumOf(attending) - withoutDevice);
}

/** How many are here, where these are too few for notes without names; null where they are enough. */
export function tooFewHere(
  identity: Anonymity,
  session: Pick<Session, 'attending' | 'withoutDevice'>,
): number | null {
  const here = writersHere(session);
  return identity === 'anonymous' && here < FLOOR ? here : null;
}
