import { closedRounds, voteResult, type VoteResult as Result } from '@coherence/board';
import { t } from '@coherence/words';
import { useMemo, useState } from 'react';
import { useMeta, useSnapshot } from '../../live/document/use-projection.ts';
import { Button } from '../../ui/button.tsx';
import { EffortPlot } from './result/effort-plot.tsx';
import { RankedBars, Recorded } from './result/result-bars.tsx';
import { ResultTable } from './result/result-table.tsx';
import { alikeWords, originWords, overWords, roundName, turnoutWords } from './result/result-words.ts';
import './result/result.css';

type VoteResultProps = {
  /** Null: the round that was closed last. */
  roundId: string | null;
  /** As on the wall: large, in pages, nothing to press. */
  projected?: boolean;
  /** From 1; only projected. */
  page?: number;
  onPages?: (pages: number) => void;
};

/** What a closed vote says, on a desk, a phone or the wall. */
export function VoteResult({ roundId, projected = false, page = 1, onPages }: VoteResultProps) {
  const snapshot = useSnapshot();
  const [chosen, setChosen] = useState<string | null>(null);
  const [compared, setCompared] = useState<string | null | undefined>(undefined);
  const rounds = useMemo(() => closedRounds(snapshot), [snapshot]);
  const known = rounds.find(({ id }) => id === (chosen ?? roundId)) ?? rounds.at(-1);
  if (known === undefined) return <p className="result-none">{t('vote.noResult')}</p>;
  const earlier = rounds
    .slice(0, rounds.indexOf(known))
    .filter(({ round }) => round.method === known.round.method && round.withheld === null);
  const before = compared === undefined ? sameQuestion(earlier, known.question) : compared;
  const result = voteResult(snapshot, known.id, before);
  if (result === null) return null;
  return (
    <article className={projected ? 'result result-projected' : 'result'}>
      <header className="result-head">
        <h2 dir="auto">{roundName(known)}</h2>
        <p>
          {turnoutWords(result)} {overWords(result)} {originWords(result)}
        </p>
      </header>
      {projected || rounds.length < 2 ? null : (
        <div className="result-choices">
          <Pick
            label={t('vote.round')}
            value={known.id}
            onPick={(id) => {
              setChosen(id);
              setCompared(undefined);
            }}
            options={rounds.toReversed().map((one) => ({ value: one.id, words: roundName(one) }))}
          />
          {earlier.length === 0 || result.method === 'recorded' ? null : (
            <Pick
              label={t('vote.compare')}
              value={before ?? ''}
              onPick={(id) => setCompared(id === '' ? null : id)}
              options={[
                { value: '', words: t('vote.compareNone') },
                ...earlier.toReversed().map((one) => ({ value: one.id, words: roundName(one) })),
              ]}
            />
          )}
        </div>
      )}
      <Body result={result} projected={projected} page={page} onPages={onPages} />
    </article>
  );
}

type BodyProps = {
  result: Result;
  projected: boolean;
  page: number;
  onPages: ((pages: number) => void) | undefined;
};

function Body({ result, projected, page, onPages }: BodyProps) {
  const [asTable, setAsTable] = useState(false);
  const { unitWord: word } = useMeta();
  if (result.withheld !== null) return <Withheld withheld={result.withheld} identity={result.identity} />;
  if (result.recorded !== null) {
    return <Recorded recorded={result.recorded} page={projected ? page : null} onPages={onPages} />;
  }
  const hasPlot = result.questions.length > 1;
  const picture = hasPlot ? (
    <EffortPlot result={result} page={projected ? page : null} onPages={onPages} />
  ) : (
    <RankedBars result={result} page={projected ? page : null} onPages={onPages} />
  );
  if (projected) {
    return (
      <>
        {result.allAlike ? <p className="result-alike">{alikeWords(result)}</p> : null}
        {picture}
      </>
    );
  }
  return (
    <>
      {result.allAlike ? <p className="result-alike">{alikeWords(result)}</p> : null}
      {hasPlot ? null : (
        <p>
          <Button onClick={() => setAsTable(!asTable)}>{t(asTable ? 'vote.asBars' : 'vote.asTable')}</Button>
        </p>
      )}
      {asTable ? <ResultTable result={result} /> : picture}
      {result.units.some(({ id }) => id === 'others') ? (
        <p className="result-note">{t('vote.pooled', { word })}</p>
      ) : null}
      {result.floor !== null && result.method === 'rating' ? (
        <p className="result-note">{t('vote.ratedByFew')}</p>
      ) : null}
      {result.unitsHidden ? <p className="result-note">{t('vote.unitsHidden', { word })}</p> : null}
    </>
  );
}

/** A closed vote of which nothing is shown, and where the votes are. */
function Withheld({
  withheld,
  identity,
}: {
  withheld: NonNullable<Result['withheld']>;
  identity: Result['identity'];
}) {
  return (
    <div className="result-withheld">
      <p>
        <strong>{t(withheld === 'few' ? 'vote.withheldFew' : 'vote.withheldChanged')}</strong>
      </p>
      <p>{t(identity === 'anonymous' ? 'vote.erased' : 'vote.givenBack')}</p>
    </div>
  );
}

type PickProps = {
  label: string;
  value: string;
  options: readonly { readonly value: string; readonly words: string }[];
  onPick: (value: string) => void;
};

function Pick({ label, value, options, onPick }: PickProps) {
  return (
    <label className="result-pick">
      <span dir="auto">{label}</span>
      <select className="input" value={value} onChange={(event) => onPick(event.target.value)}>
        {options.map((option) => (
          <option dir="auto" key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The round before on the same question, which is what a second round is held for. */
function sameQuestion(earlier: readonly { id: string; question: string }[], question: string): string | null {
  const asked = question.trim().toLowerCase();
  return earlier.findLast((one) => one.question.trim().toLowerCase() === asked)?.id ?? null;
}
