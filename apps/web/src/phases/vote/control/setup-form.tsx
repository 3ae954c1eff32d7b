import { suggestDots, VOTE_METHODS, votingTells, type Phase, type VoteMethod } from '@coherence/board';
import { t, type WordKey } from '@coherence/words';
import { useState } from 'react';
import { useLive } from '../../../live/live-context.tsx';
import { useSnapshot } from '../../../live/document/use-projection.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { ChooseDialog } from './choose-dialog.tsx';
import { useSetup, itemsOf, SCOPES, type Scope } from '../vote-setup.ts';
import { SCOPE_WORDS } from './setup-words.ts';

const METHOD_WORDS = {
  dots: 'vote.methodDots',
  rating: 'vote.methodRating',
  recorded: 'vote.methodRecorded',
} as const satisfies Record<VoteMethod, WordKey>;

/** What is voted on and how, before the vote opens. */
export function SetupForm({ phase }: { phase: Phase }) {
  const live = useLive();
  const snapshot = useSnapshot();
  const [setup, change] = useSetup(live.id, phase);
  const [choosing, setChoosing] = useState(false);
  const count = (scope: Scope): number => itemsOf(snapshot, { scope, chosen: setup.chosen }).length;
  const ids = itemsOf(snapshot, setup);
  const items = ids.length;
  const suggested = suggestDots(items);
  const { method } = setup;
  const oneItem = votingTells(phase.identity, { method, items: ids }) ? t('vote.oneItem') : null;
  const cannot = items === 0 ? t('vote.nothingToVote') : oneItem;
  const noNames = method === 'recorded' && phase.identity === 'anonymous';

  return (
    <div className="vote-form">
      <Field label={t('vote.method')} error={noNames ? t('vote.anonymousMotion') : null}>
        {(wiring) => (
          <select
            {...wiring}
            value={method}
            onChange={({ target }) => {
              const next = VOTE_METHODS.find((known) => known === target.value);
              if (next !== undefined) change({ method: next });
            }}
          >
            {VOTE_METHODS.map((known) => (
              <option key={known} value={known}>
                {t(METHOD_WORDS[known])}
              </option>
            ))}
          </select>
        )}
      </Field>
      {method === 'recorded' ? null : (
        <>
          <Field label={t('vote.on')} error={cannot}>
            {(wiring) => (
              <select
                {...wiring}
                value={setup.scope}
                onChange={({ target }) => {
                  const next = SCOPES.find((known) => known === target.value);
                  if (next === undefined) return;
                  const chosen =
                    next === 'chosen' && setup.chosen.length === 0 ? itemsOf(snapshot, setup) : setup.chosen;
                  change({ scope: next, chosen });
                  if (next === 'chosen') setChoosing(true);
                }}
              >
                {SCOPES.map((scope) => (
                  <option key={scope} value={scope}>
                    {scope === 'chosen' && setup.chosen.length === 0
                      ? t('vote.choose')
                      : t(SCOPE_WORDS[scope], { n: count(scope) })}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {setup.scope === 'chosen' ? (
            <Button onClick={() => setChoosing(true)}>{t('vote.choose')}</Button>
          ) : null}
        </>
      )}
      <Field
        label={method === 'recorded' ? t('vote.motion') : t('vote.question')}
        {...(method === 'recorded' ? { hint: t('vote.motionHint') } : {})}
      >
        {(wiring) => (
          <textarea
            {...wiring}
            rows={2}
            maxLength={1000}
            value={setup.question}
            onChange={({ target }) => change({ question: target.value })}
          />
        )}
      </Field>
      {method === 'rating' ? (
        <>
          <Field label={t('vote.firstQuestion')}>
            {(wiring) => (
              <input
                {...wiring}
                maxLength={60}
                value={setup.questions[0] ?? ''}
                onChange={({ target }) => change({ questions: [target.value, setup.questions[1] ?? ''] })}
              />
            )}
          </Field>
          <Field label={t('vote.secondQuestion')} hint={t('vote.secondHint')}>
            {(wiring) => (
              <input
                {...wiring}
                maxLength={60}
                value={setup.questions[1] ?? ''}
                onChange={({ target }) => change({ questions: [setup.questions[0] ?? '', target.value] })}
              />
            )}
          </Field>
        </>
      ) : null}
      {method === 'dots' ? (
        <div className="vote-numbers">
          <NumberField
            label={t('vote.dots')}
            value={setup.budget ?? suggested}
            onChange={(budget) => change({ budget })}
          />
          <NumberField
            label={t('vote.perItem')}
            value={setup.perItem}
            onChange={(perItem) => change({ perItem })}
          />
          <p className="field-hint">{t('vote.dotsHint', { items, n: suggested })}</p>
        </div>
      ) : null}
      {choosing ? (
        <ChooseDialog
          snapshot={snapshot}
          chosen={setup.chosen}
          onChoose={(chosen) => change({ chosen, scope: 'chosen' })}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </div>
  );
}

type NumberFieldProps = { label: string; value: number; onChange: (value: number) => void };

function NumberField({ label, value, onChange }: NumberFieldProps) {
  return (
    <Field label={label}>
      {(wiring) => (
        <input
          {...wiring}
          type="number"
          min={1}
          max={100}
          value={value}
          onChange={({ target }) => {
            const next = Math.round(target.valueAsNumber);
            if (next >= 1 && next <= 100) onChange(next);
          }}
        />
      )}
    </Field>
  );
}
