import { settableValue } from '@coherence/protocol/observable-value';
import { useValue } from '../../../live/use-value.ts';

/** As many as a group can link in one sitting. */
const TOP_SUGGESTED = 15;

/** How many of the top a facilitator wants on the map, by board; the button of the console and the field for it agree. */
const kept = settableValue<ReadonlyMap<string, number>>(new Map());

/** The number wanted on this board and the way to change it. */
export function useTopCount(board: string): [number, (count: number) => void] {
  const count = useValue(kept).get(board) ?? TOP_SUGGESTED;
  return [count, (next) => void kept.set(new Map([...kept.getSnapshot(), [board, next]]))];
}
