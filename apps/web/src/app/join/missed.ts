import type { JoinPreview } from '../../live/server/api.ts';

/** Titles named to a person who comes late; more only cost time at the door. */
const NAMED_MAX = 5;

export type MissedParts = {
  readonly number: number;
  readonly title: string;
  /** What came before, oldest first; at most the last few. */
  readonly earlier: readonly string[];
  /** How many more came before those. */
  readonly more: number;
  readonly factors: number;
};

/** What a person who comes late has missed; null for a person who is in time, before the first phase or in it. */
export function whatWasMissed({ phase, counts }: Pick<JoinPreview, 'phase' | 'counts'>): MissedParts | null {
  if (phase === null || phase.earlier.length === 0) return null;
  const { number, title, earlier } = phase;
  const more = Math.max(0, earlier.length - NAMED_MAX);
  return { number, title, earlier: earlier.slice(more), more, factors: counts.factors };
}
