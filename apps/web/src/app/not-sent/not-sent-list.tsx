import { useRef, useState, type ReactNode } from 'react';
import { t } from '../../i18n/translate.ts';
import type { NotSentItem } from '../../live/not-sent/not-sent.ts';
import { Button } from '../../ui/button.tsx';
import { copyField } from '../../invite/copy-text.ts';
import { shortName, whyWords } from './why-words.ts';
import './not-sent.css';

type NotSentListProps = {
  items: readonly NotSentItem[];
  onDiscard: (item: NotSentItem) => void;
  /** More that can be done with an item. */
  children?: (item: NotSentItem) => ReactNode;
};

/** Words to read, copy, and let go of. */
export function NotSentList({ items, onDiscard, children }: NotSentListProps) {
  return (
    <ul className="not-sent">
      {items.map((item) => (
        <li key={`${item.root}/${item.id}`}>
          <Line item={item} onDiscard={onDiscard} more={children?.(item)} />
        </li>
      ))}
    </ul>
  );
}

type LineProps = { item: NotSentItem; onDiscard: (item: NotSentItem) => void; more: ReactNode };

function Line({ item, onDiscard, more }: LineProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState(false);
  const [isSure, setSure] = useState(false);
  const name = { text: shortName(item.text) };
  const copy = async () => {
    if (field.current === null) return;
    setCopied((await copyField(field.current, 'words.txt')) === 'copied');
  };
  return (
    <>
      <textarea
        ref={field}
        className="not-sent-words"
        readOnly
        rows={Math.min(6, Math.ceil(item.text.length / 48))}
        aria-label={name.text}
        value={item.text}
      />
      <p>{whyWords(item.why)}</p>
      {item.before === null || item.before === '' ? null : (
        <p className="field-hint">{t('notSent.boardSays', { text: item.before })}</p>
      )}
      <div className="not-sent-actions">
        {more}
        <Button aria-label={t('notSent.copyName', name)} onClick={() => void copy()}>
          <span aria-live="polite">{copied ? t('notSent.copied') : t('notSent.copy')}</span>
        </Button>
        <Button
          variant="quiet"
          aria-label={isSure ? undefined : t('notSent.discardName', name)}
          onBlur={() => setSure(false)}
          onClick={() => (isSure ? onDiscard(item) : setSure(true))}
        >
          {isSure ? t('notSent.discardSure') : t('notSent.discard')}
        </Button>
      </div>
    </>
  );
}
