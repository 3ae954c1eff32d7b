import type { Influence, MapLink } from '@coherence/board';
import { useState } from 'react';
import type { UnitMark } from '../../../factors/unit-marks.ts';
import { t } from '../../../i18n/with-map.ts';
import { Button } from '../../../ui/button.tsx';
import { LinkChoices } from './link-choices.tsx';
import { linkMarks, linkSentence } from './link-sentence.ts';
import type { OutlineFrame } from '../outline-frame.ts';

type LinkLineProps = { link: MapLink; from: string; to: string; frame: OutlineFrame };

/** One link as a sentence; opened, what each source says of it, to change. */
export function LinkLine({ link, from, to, frame }: LinkLineProps) {
  const [open, setOpen] = useState(false);
  const { canEdit, control, marks } = frame;
  const sentence = linkSentence(link, from, to);
  const isOurs = link.records.some(({ source }) => source?.id === frame.ownUnit);
  return (
    <li className={`link-line link-${SIGN_NAMES[link.polarity]}`}>
      <div className="link-said">
        <p>
          {sentence}
          {linkMarks(link).map((mark) => (
            <span key={mark} className="link-mark">
              {mark}
            </span>
          ))}
        </p>
        {canEdit ? (
          <button
            type="button"
            className="link-change"
            aria-expanded={open}
            aria-label={open ? undefined : t('outline.changeLink', { sentence })}
            onClick={() => setOpen(!open)}
          >
            {open ? t('outline.done') : t('outline.change')}
          </button>
        ) : null}
      </div>
      {open && canEdit ? (
        <div className="link-editor">
          {link.records.map((record) => (
            <SourceLine key={record.id} record={record} source={sourceName(record, marks)} frame={frame} />
          ))}
          <div className="link-acts">
            <Button onClick={() => control.turnRound(link)}>{t('outline.turnRound')}</Button>
            {frame.ownUnit === null || isOurs ? null : (
              <Button
                onClick={() =>
                  control.addLink(
                    { from: link.from, to: link.to, polarity: '?', strength: 2, delay: false },
                    linkSentence({ polarity: '?', records: [] }, from, to),
                  )
                }
              >
                {t('outline.ourWord', { word: frame.unitWord })}
              </Button>
            )}
          </div>
        </div>
      ) : null}
    </li>
  );
}

const SIGN_NAMES = { '+': 'more', '-': 'less', '?': 'unsure', mixed: 'mixed' } as const;

function SourceLine({ record, source, frame }: { record: Influence; source: string; frame: OutlineFrame }) {
  return (
    <div className="link-source">
      <span className="link-source-name">{source}</span>
      <LinkChoices
        polarity={record.polarity}
        strength={record.strength}
        delay={record.delay}
        signLabel={t('outline.signOf', { source })}
        strengthLabel={t('outline.strengthOf', { source })}
        onChange={(change) => frame.control.editLink(record.id, change)}
      />
      <Button
        aria-label={t('outline.removeLinkOf', { source })}
        onClick={() => frame.control.removeLink(record.id)}
      >
        {t('outline.removeLink')}
      </Button>
    </div>
  );
}

function sourceName({ source }: Influence, marks: ReadonlyMap<string, UnitMark>): string {
  if (source === null) return t('outline.unknownSource');
  if (source.kind === 'room') return t('outline.room');
  if (source.kind === 'person') return t('outline.person');
  return marks.get(source.id)?.name ?? t('outline.unknownSource');
}
