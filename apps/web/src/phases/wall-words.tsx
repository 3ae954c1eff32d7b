import { sizeOf } from './wall-size.ts';

/** One sentence as large as the wall allows, and one line about it. */
export function Words({ words, line = '' }: { words: string; line?: string }) {
  return (
    <div className="wall-words">
      <h2 dir="auto" className={`wall-${sizeOf(words)}`}>
        {words}
      </h2>
      {line === '' ? null : <p className="wall-line">{line}</p>}
    </div>
  );
}
