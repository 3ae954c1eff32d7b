import { progressWords } from '../together/counts/progress-words.ts';

type ProgressProps = { n: number; of: number; kind: 'finished' | 'voted' };

/** "9 of 12 have finished", with a bar that says the same. */
export function Progress({ n, of, kind }: ProgressProps) {
  const all = Math.max(of, n);
  if (all === 0) return null;
  const { count, verb } = progressWords(kind, n, all);
  return (
    <div className="wall-progress">
      <p>
        <strong>{count}</strong> {verb}
      </p>
      <div className="wall-bar" aria-hidden>
        <span style={{ width: `${(n / all) * 100}%` }} />
      </div>
    </div>
  );
}
