import { unitsInOrder, type BoardSnapshot, type OpenRound, plainName } from '@coherence/board';
import { t } from '@coherence/words';
import { useEffect, useState } from 'react';
import { sendCommand } from '../../../frame/use-command.ts';
import { everybody, type BoardPerson } from '../../../live/server/api.ts';
import { useLive } from '../../../live/live-context.tsx';
import { useMeta, useProjection } from '../../../live/document/use-projection.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Ballot } from '../ballot/ballot.tsx';

const NEW = 'new';
const NONE: readonly BoardPerson[] = [];
const unitsOf = (snapshot: BoardSnapshot) => unitsInOrder(snapshot);

type ProxyDialogProps = { round: OpenRound; onClose: () => void };

/** Votes for people who have no device: one after the other, from paper or from what they say. */
export function ProxyDialog({ round, onClose }: ProxyDialogProps) {
  const { id, me } = useLive();
  const [people, setPeople] = useState(NONE);
  const [person, setPerson] = useState('');

  useEffect(() => {
    let stays = true;
    void everybody(id, me.token).then((answer) => {
      if (stays && answer.ok) setPeople(answer.value.people);
      return answer;
    });
    return () => {
      stays = false;
    };
  }, [id, me.token]);

  const voters = people.filter(({ role }) => role === 'participant');
  const chosen = voters.find((one) => one.id === person);
  const nameOf = ({ name }: BoardPerson): string => (name === '' ? t('vote.someone') : name);
  const added = (one: BoardPerson) => {
    setPeople((before) => [...before, one]);
    setPerson(one.id);
  };
  return (
    <Dialog
      open
      wide
      title={t('vote.proxyTitle')}
      closeLabel={t('vote.close')}
      onClose={onClose}
      footer={
        chosen === undefined ? undefined : (
          <Button variant="primary" onClick={() => setPerson('')}>
            {t('vote.proxyNext')}
          </Button>
        )
      }
    >
      {chosen === undefined ? (
        <>
          <Field label={t('vote.proxyWho')} hint={t('vote.proxyHint')}>
            {(wiring) => (
              <select {...wiring} value={person} onChange={({ target }) => setPerson(target.value)}>
                <option value="">{t('vote.proxyPick')}</option>
                {[false, true].map((here) => (
                  <optgroup key={String(here)} label={t(here ? 'vote.proxyHere' : 'vote.proxyNotHere')}>
                    {voters
                      .filter((one) => one.here === here)
                      .map((one) => (
                        <option dir="auto" key={one.id} value={one.id}>
                          {nameOf(one)}
                        </option>
                      ))}
                  </optgroup>
                ))}
                <option value={NEW}>{t('vote.proxyNew')}</option>
              </select>
            )}
          </Field>
          {person === NEW ? <NewPerson onAdded={added} /> : null}
        </>
      ) : (
        <section aria-label={t('vote.proxyFor', { name: nameOf(chosen) })}>
          <h3>{t('vote.proxyFor', { name: nameOf(chosen) })}</h3>
          <p className="field-hint">{t('vote.proxyHint')}</p>
          <Ballot key={chosen.id} round={round} person={chosen.id} />
        </section>
      )}
    </Dialog>
  );
}

function NewPerson({ onAdded }: { onAdded: (person: BoardPerson) => void }) {
  const live = useLive();
  const units = useProjection(unitsOf);
  const { unitWord: word } = useMeta();
  const [name, setName] = useState('');
  const [unit, setUnit] = useState('');
  const add = async () => {
    const body = { type: 'add-person', name: plainName(name), unit } as const;
    const answer = await sendCommand(live, body, (why) => t('vote.proxyFailed', { why }));
    if (!answer.ok) return;
    onAdded({
      id: answer.value.participantId,
      name: plainName(name),
      unit,
      role: 'participant',
      here: false,
    } as BoardPerson);
  };
  return (
    <form
      className="vote-form"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field label={t('vote.proxyName')}>
        {(wiring) => (
          <input {...wiring} maxLength={200} value={name} onChange={({ target }) => setName(target.value)} />
        )}
      </Field>
      <Field label={t('shell.unit', { word })}>
        {(wiring) => (
          <select {...wiring} value={unit} onChange={({ target }) => setUnit(target.value)}>
            <option value="">{t('shell.noUnit', { word })}</option>
            {units.map((one) => (
              <option dir="auto" key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button type="submit" disabled={plainName(name) === ''}>
        {t('vote.proxyAdd')}
      </Button>
    </form>
  );
}
