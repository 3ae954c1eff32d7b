import { cameLate, itemFates, nodesOf, type VoteRound } from '@coherence/board';
import { t, writing } from '@coherence/words';
import { useCallback } from 'react';
import { useSnapshot } from '../../live/document/use-projection.ts';
import { usePrivateValue } from '../../live/private-doc/use-private-doc.ts';
import type { PrivateDoc } from '../../live/private-doc/use-private-doc.ts';
import { useDelayed } from '../write/delayed-flag.ts';

/** The round may be told to be closed before what it counted is. In ms. */
const SETTLE_MS = 2000;
const NOTHING: readonly string[] = [];

/** That something this person gave came when the round was closed, and what. Nothing where all of it was counted. */
export function LateBallot({ round }: { round: VoteRound }) {
  const snapshot = useSnapshot();
  const read = useCallback((doc: PrivateDoc['doc']) => cameLate(doc, round), [round]);
  const late = usePrivateValue(read, NOTHING);
  const isLate = useDelayed(late.length > 0, SETTLE_MS);
  if (!isLate) return null;
  const fateOf = itemFates(snapshot);
  const named = [...nodesOf(snapshot), ...snapshot.groups, ...snapshot.needs];
  const wordsOf = (item: string): string | null =>
    named.find(({ id }) => id === item)?.text ?? fateOf(item)?.words ?? null;
  const items = late.map(wordsOf).filter((words) => words !== null);
  const quoted = items.map((item) => t('vote.quotedItem', { item }));
  return (
    <output className="vote-few">
      {quoted.length === 0
        ? t('vote.cameLate')
        : t('vote.cameLateFor', { items: writing().list(quoted, 'and') })}
    </output>
  );
}
