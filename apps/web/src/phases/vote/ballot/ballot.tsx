import type { Ballot as GivenBallot, BallotFit, BoardSnapshot, OpenRound } from '@coherence/board';
import { t } from '@coherence/words';
import { useState, type ReactNode } from 'react';
import { useLive } from '../../../live/live-context.tsx';
import { usePrivateSaved } from '../../../live/private-doc/use-private-doc.ts';
import { useMeta, useProjection, useSnapshot } from '../../../live/document/use-projection.ts';
import { useSession } from '../../../live/document/use-session.ts';
import { keptWhere } from '../../../live/device/keeping.ts';
import { useNarrow } from '../../../ui/use-narrow.ts';
import {
  ballotItemWords,
  ballotSections,
  searchSections,
  type BallotItem,
  type BallotSection,
} from './ballot-list.ts';
import { dotsSpent, keptWords, ballotProgress, promiseWords, tooManyWords } from './ballot-words.ts';
import { Motion, Stepper, Rating } from './giving.tsx';
import { FewWarning } from '../floor/few-warning.tsx';
import { comparedWords } from '../floor/few-words.ts';
import { useBallot, type BallotHold } from './use-ballot.ts';
import './ballot.css';

/** Beyond so many items a person looks for words instead of reading all. */
const SEARCH_FROM = 20;

const roundsOf = (snapshot: BoardSnapshot) => snapshot.voteRounds;

type BallotProps = {
  round: OpenRound;
  /** Somebody without a device for whom a facilitator votes; null: oneself. */
  person?: string | null;
};

/** What one person gives in an open round. Nobody else’s votes are here, nor anywhere in this browser. */
export function Ballot({ round, person = null }: BallotProps) {
  const hold = useBallot(round, person);
  const { unitWord: word } = useMeta();
  const { me } = useLive();
  const { attending } = useSession();
  const closed = useProjection(roundsOf);
  const saved = usePrivateSaved();
  const narrow = useNarrow();
  const [hint, setHint] = useState('');
  if (hold.fit === null) return <p className="ballot-wait">{t('vote.opening')}</p>;
  const { given: ballot } = hold.fit;
  const progress = ballotProgress(round, ballot);
  const give: BallotHold['give'] = (...given) => {
    setHint('');
    hold.give(...given);
  };
  return (
    <div className="ballot">
      <div className="ballot-head">
        <p className="ballot-progress">
          {progress === '' ? null : <strong>{progress}</strong>}
          {round.method === 'dots' ? <span>{t('vote.atMost', { perItem: round.perItem })}</span> : null}
          {round.method === 'rating' ? <span>{t('vote.low')}</span> : null}
        </p>
        <output className="ballot-kept">
          {hint === '' ? keptWords(saved, ballot, keptWhere('documents', narrow)) : hint}
        </output>
      </div>
      <TooMany fit={hold.fit} />
      {person === null ? (
        <>
          <FewWarning round={round} />
          <p className="ballot-promise">
            {promiseWords(round, attending, me.unit, word)} {comparedWords(round, closed)}
          </p>
        </>
      ) : null}
      {person === null && round.method === 'recorded' && (me.name ?? '').trim() === '' ? (
        <p className="ballot-promise">{t('vote.noName')}</p>
      ) : null}
      {round.method === 'recorded' ? (
        <Motion ballot={ballot} onGive={give} />
      ) : (
        <BallotList round={round} ballot={ballot} onGive={give} onLimit={setHint} />
      )}
    </div>
  );
}

/** Which dots are too many, said while they are. */
function TooMany({ fit }: { fit: BallotFit }) {
  const snapshot: BoardSnapshot = useSnapshot();
  const wordsOf = (item: string): string =>
    ballotSections(snapshot, [item], new Set([item])).flatMap(({ items }) => items)[0]?.text ??
    t('vote.removedItem');
  const words = tooManyWords(fit, wordsOf);
  return (
    <output dir="auto" className={words === '' ? 'visually-hidden' : 'vote-few'}>
      {words}
    </output>
  );
}

type ListProps = {
  round: OpenRound;
  ballot: GivenBallot;
  onGive: BallotHold['give'];
  onLimit: (why: string) => void;
};

function BallotList({ round, ballot, onGive, onLimit }: ListProps) {
  const snapshot: BoardSnapshot = useSnapshot();
  const [typed, setTyped] = useState('');
  const given = new Set(Object.keys(ballot));
  const sections = ballotSections(snapshot, round.items, given);
  const found = searchSections(sections, typed);
  const left = round.budget - dotsSpent(ballot);
  const count = found.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <>
      {round.items.length > SEARCH_FROM ? (
        <div className="ballot-search">
          <input
            dir="auto"
            type="search"
            className="input"
            aria-label={t('vote.search')}
            placeholder={t('vote.search')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <output className="visually-hidden">{typed === '' ? '' : t('vote.found', { n: count })}</output>
        </div>
      ) : null}
      {typed !== '' && count === 0 ? <p className="ballot-wait">{t('vote.nothingFound')}</p> : null}
      {found.map((section) => (
        <Section key={section.key} section={section}>
          {(item) => {
            const words = item.text ?? t('vote.removedItem');
            const marks = ballot[item.id] ?? [];
            const isGone = item.fate !== null;
            return round.method === 'dots' ? (
              <Stepper
                round={round}
                item={words}
                dots={marks[0] ?? 0}
                left={left}
                isGone={isGone}
                onGive={(dots) => onGive(item.id, dots)}
                onLimit={onLimit}
              />
            ) : (
              <Rating
                round={round}
                item={words}
                marks={marks}
                isGone={isGone}
                onGive={(mark, question) => onGive(item.id, mark, question)}
              />
            );
          }}
        </Section>
      ))}
    </>
  );
}

type SectionProps = { section: BallotSection; children: (item: BallotItem) => ReactNode };

function Section({ section, children }: SectionProps) {
  const { key, row, title, items } = section;
  const { factors } = useSnapshot();
  const wordsOf = (id: string): string => factors.find((one) => one.id === id)?.text ?? '';
  const id = `ballot-${key.replace('/', '-')}`;
  return (
    <section aria-labelledby={id} className="ballot-section">
      <h3 dir="auto" id={id} className={row === null ? undefined : `ballot-row-${row}`}>
        {title}
      </h3>
      <ul>
        {items.map((item) => (
          <li key={item.id} className="ballot-item">
            <p className="ballot-words">
              <bdi>{ballotItemWords(item, wordsOf)}</bdi>
              {item.no === null ? null : (
                <span className="ballot-no">{t('grid.number', { n: item.no })}</span>
              )}
            </p>
            {children(item)}
          </li>
        ))}
      </ul>
    </section>
  );
}
