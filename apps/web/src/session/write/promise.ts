import '../../i18n/with-write.ts';
import type { Identity } from '@coherence/board';
import type { WordKey } from '../../i18n/translate.ts';

export type Writer = {
  readonly identity: Identity;
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
