import type { Influence, InfluenceBreakout, MapLink } from '@coherence/board';
import { t } from '@coherence/words';
import { useState } from 'react';
import { linkSentence } from '../../../factors/link-sentence.ts';
import { ownRecords } from '../../../factors/own-records.ts';
import type { UnitMark } from '../../../factors/units/unit-marks.ts';
import { Button } from '../../../ui/button.tsx';
import { LinkChoices, SIGN_WORDS } from './link-choices.tsx';
import { linkMarks } from './link-marks.ts';
import type { OutlineFrame } from '../outline-frame.ts';

type LinkRowProps = { link: MapLink; from: string; to: string; frame: OutlineFrame };

/** One link as a sentence; opened, what each source says of it, to change. */
export function LinkRow({ link, from, to, frame }: LinkRowProps) {
  const [open, setOpen] = useState(false);
  const { canEdit, control, marks } = frame;
  const sentence = linkSentence(link, from, to);
  const { unit, room = null } = frame.actor;
  const own = link.records.filter((record) => !isOthers(record, room));
  const isOurs = ownRecords(link, frame.actor).length > 0;
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
          {link.records.map((record) =>
            isOthers(record, room) ? (
              <OthersLine key={record.id} record={record} source={sourceName(record, marks)} />
            ) : (
              <SourceLine key={record.id} record={record} source={sourceName(record, marks)} frame={frame} />
            ),
          )}
          <div className="link-acts">
            {own.length === 0 ? null : (
              <Button onClick={() => control.turnRound(own)}>{t('outline.turnRound')}</Button>
            )}
            {(unit === null && room === null) || isOurs ? null : (
              <Button
                onClick={() =>
                  control.addLink(
                    { from: link.from, to: link.to, polarity: '?', strength: 2, delay: false },
                    linkSentence({ polarity: '?' }, from, to),
                  )
                }
              >
                {room === null
                  ? t('outline.ourWord', { word: frame.unitWord })
                  : t('outline.roomWord', { room: room.name })}
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

/** While one works in a room, what other rooms say is theirs to change. */
function isOthers(record: Influence, room: InfluenceBreakout | null): boolean {
  return room !== null && record.room !== null && record.room.id !== room.id;
}

/** What another room says, to read. */
function OthersLine({ record: { polarity }, source }: { record: Influence; source: string }) {
  return (
    <p className="link-source">
      <span className="link-source-name">{source}</span>
      <span>{t(SIGN_WORDS[polarity])}</span>
    </p>
  );
}

function sourceName({ source, room }: Influence, marks: ReadonlyMap<string, UnitMark>): string {
  if (room !== null) return room.name || t('outline.room');
  if (source === null) return t('outline.unknownSource');
  if (source.kind === 'room') return t('outline.room');
  if (source.kind === 'person') return t('outline.person');
  return marks.get(source.id)?.name ?? t('outline.unknownSource');
}
