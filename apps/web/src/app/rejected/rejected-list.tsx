import { t } from '@coherence/words';
import { useRef, useState, type ReactNode } from 'react';
import type { RejectedItem } from '../../live/outbox/rejected.ts';
import { Button } from '../../ui/button.tsx';
import { copyField } from '../../invite/copy-text.ts';
import { entriesOf, type RejectedEntry, type Looker, shortName } from './rejected-entries.ts';
import './rejected.css';

type RejectedListProps = {
  items: readonly RejectedItem[];
  who: Looker;
  onDiscard: (items: readonly RejectedItem[]) => void;
  /** More that can be done with an entry. */
  children?: (entry: RejectedEntry) => ReactNode;
};

/** What was not sent, to read, copy, and let go of. */
export function RejectedList({ items, who, onDiscard, children }: RejectedListProps) {
  return (
    <ul className="rejected">
      {entriesOf(items, who).map((entry) => (
        <li key={entry.id}>
          <RejectedRow entry={entry} onDiscard={() => onDiscard(entry.items)} more={children?.(entry)} />
        </li>
      ))}
    </ul>
  );
}

type RejectedRowProps = { entry: RejectedEntry; onDiscard: () => void; more: ReactNode };

function RejectedRow({ entry: { text, isWords, hints }, onDiscard, more }: RejectedRowProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState(false);
  const [isSure, setSure] = useState(false);
  const [why, ...further] = hints;
  const name = { text: shortName(text) };
  const copy = async () => {
    if (field.current === null) return;
    setCopied((await copyField(field.current, 'words.txt')) === 'copied');
  };
  return (
    <>
      {isWords ? (
        <textarea
          dir="auto"
          ref={field}
          className="rejected-words"
          readOnly
          rows={Math.min(
            6,
            text.split('\n').reduce((rows, line) => rows + Math.ceil(line.length / 48), 0),
          )}
          aria-label={name.text}
          value={text}
        />
      ) : (
        <p dir="auto" className="rejected-words">
          {text}
        </p>
      )}
      <p>{why}</p>
      {further.map((hint) => (
        <p key={hint} className="field-hint">
          {hint}
        </p>
      ))}
      <div className="rejected-actions">
        {more}
        {isWords ? (
          <Button aria-label={t('notSent.copyName', name)} onClick={() => void copy()}>
            <span aria-live="polite">{copied ? t('notSent.copied') : t('notSent.copy')}</span>
          </Button>
        ) : null}
        <Button
          variant="quiet"
          aria-label={isSure ? undefined : t('notSent.discardName', name)}
          onBlur={() => setSure(false)}
          onClick={() => (isSure ? onDiscard() : setSure(true))}
        >
          {isSure ? t('notSent.discardSure') : t('notSent.discard')}
        </Button>
      </div>
    </>
  );
}
