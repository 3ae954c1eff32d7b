import {
  phaseFacts,
  placedTwice,
  settlePlace,
  teamCount,
  teamSize,
  type Mode,
  type Phase,
  type PlacedTwice,
  type SessionDeal,
} from '@coherence/board';
import { isolated, t } from '@coherence/words';
import { useState } from 'react';
import { useCommand } from '../../frame/use-command.ts';
import { usePeople } from '../../live/people/presence.ts';
import { useOperation } from '../../live/document/use-operation.ts';
import { useSnapshot } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { placeName } from '../../factors/place.ts';
import { breakoutName, columnsShort, isTeamwork, personName } from '../../together/team/team-names.ts';
import { dealProgress, withoutCell } from './dealt-notes.ts';
import './place.css';

/** Who works with whom on what: dealing in the phases in which small teams work. */
export function DealControl({ phase }: { phase: Phase }) {
  if (phaseFacts(phase.kind).work === 'place') return <DealNotes phase={phase} />;
  return isTeamwork(phase.mode) ? <DealPeople phase={phase} /> : null;
}

function DealNotes({ phase }: { phase: Phase }) {
  const snapshot = useSnapshot();
  const { teams, people, dealt, busy, deal } = useDeal(phase);
  const left = withoutCell(snapshot);
  const progress = dealt === null ? null : dealProgress(snapshot, dealt);
  return (
    <section className="deal" aria-label={t('place.deal')}>
      <p className="deal-progress">
        {progress === null ? (
          people === 0 ? (
            t('place.nobody')
          ) : (
            t('place.dealHint', { n: people })
          )
        ) : (
          <strong>{t('place.placed', progress)}</strong>
        )}
      </p>
      {left === 0 ? (
        <p className="console-quiet">{t('place.nothing')}</p>
      ) : (
        <Button aria-disabled={people === 0 || busy} onClick={deal}>
          {progress === null
            ? t('place.dealTo', { n: left, teams: teamsWords(phase.mode, teams) })
            : t('place.dealAgain', { n: left })}
        </Button>
      )}
      <PlacedTwiceList found={placedTwice(snapshot, phase.id)} />
    </section>
  );
}

function DealPeople({ phase }: { phase: Phase }) {
  const { teams, people, dealt, busy, deal } = useDeal(phase);
  return (
    <section className="deal" aria-label={t('place.deal')}>
      <p className="deal-progress">
        {dealt !== null
          ? t('place.grouped', { teams: teamsWords(phase.mode, dealt.teams.length) })
          : people === 0
            ? t('place.nobody')
            : t('place.dealHint', { n: people })}
      </p>
      <Button aria-disabled={people === 0 || busy} onClick={deal}>
        {t(dealt === null ? 'place.group' : 'place.groupAgain', { teams: teamsWords(phase.mode, teams) })}
      </Button>
      {dealt === null ? null : <Rooms deal={dealt} />}
    </section>
  );
}

/** The rooms or teams, each with its columns and who is in it. */
function Rooms({ deal }: { deal: SessionDeal }) {
  const people = usePeople();
  return (
    <ol className="deal-rooms">
      {deal.teams.map(({ id, name = '', columns, people: members }, index) => (
        <li key={id ?? index}>
          <details>
            <summary>
              <strong dir="auto">{breakoutName(name)}</strong>
              {[...columnsShort(columns), t('place.people', { n: members.length })].map(
                (words) => ` · ${words}`,
              )}
            </summary>
            <p>{members.map((one) => isolated(personName(people, one))).join(', ')}</p>
          </details>
        </li>
      ))}
    </ol>
  );
}

/** What a deal would be now, what it is, and dealing. */
function useDeal(phase: Phase) {
  const send = useCommand((why) => t('place.failed', { why }));
  const { deal } = useSession();
  const [busy, setBusy] = useState(false);
  const here = usePeople().filter(({ role }) => role === 'participant');
  const people = new Set(here.map(({ participantId }) => participantId)).size;
  const run = async (): Promise<void> => {
    if (busy || people === 0) return;
    setBusy(true);
    await send({ type: 'deal', phase: phase.id });
    setBusy(false);
  };
  return {
    people,
    teams: teamCount(people, teamSize(phase.mode)),
    dealt: deal?.phase === phase.id ? deal : null,
    busy,
    deal: () => void run(),
  };
}

function teamsWords(mode: Mode, n: number): string {
  return t(mode === 'plenary' ? 'place.mode_pairs' : `place.mode_${mode}`, { n });
}

function PlacedTwiceList({ found }: { found: readonly PlacedTwice[] }) {
  const people = usePeople();
  const operate = useOperation();
  if (found.length === 0) return null;
  return (
    <div className="deal-twice">
      <h4>{t('place.twice', { n: found.length })}</h4>
      <ul>
        {found.map(({ id, text, places }) => (
          <li key={id}>
            <p dir="auto">{text}</p>
            {places.map(({ row, column, by }) => (
              <p key={placeName({ row, column })} className="deal-says">
                <span>
                  {t('place.says', {
                    who: by.map((one) => isolated(personName(people, one))).join(', '),
                    place: placeName({ row, column }),
                  })}
                </span>
                <Button
                  aria-label={t('place.keepName', { text, place: placeName({ row, column }) })}
                  onClick={() => operate((doc) => settlePlace(doc, { id, row, column }))}
                >
                  {t('place.keep')}
                </Button>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
