import { t } from '@coherence/words';
import { useState } from 'react';
import { onePerPerson } from '../../live/people/people-by-unit.ts';
import { usePeople } from '../../live/people/presence.ts';
import { useSession } from '../../live/document/use-session.ts';
import { Menu } from '../../ui/menu.tsx';
import { useCommand } from '../../frame/use-command.ts';
import { WHO_EDITS, whoEdits, type WhoEdits } from './who-edits.ts';

/** Pause editing, for everybody or for all but some. */
export function EditingControl() {
  const session = useSession();
  const send = useCommand((why) => t('attention.failed', { why }));
  const [isChoosing, setChoosing] = useState(false);
  // Shown at once: several may be ticked before the first answer comes back.
  const [ticked, setTicked] = useState<readonly string[] | null>(null);
  const chosen = ticked ?? session.mayEdit;
  if (ticked !== null && String(ticked) === String(session.mayEdit)) setTicked(null);
  const now = whoEdits(session);
  const shown = now === 'nobody' && isChoosing ? 'chosen' : now;
  const choose = (who: WhoEdits): void => {
    setChoosing(who === 'chosen');
    setTicked(null);
    if (who === 'everyone') void send({ type: 'resume' });
    else void send({ type: 'pause', mayEdit: who === 'chosen' ? chosen : [] });
  };
  return (
    <>
      <Menu
        label={t('attention.editing', { who: t(`attention.edit_${shown}`) })}
        name={t('attention.whoEditsNow', { who: t(`attention.edit_${shown}`) })}
        align="end"
        className="attention-who"
        items={WHO_EDITS.map((who) => ({
          label: t(`attention.edit_${who}`),
          checked: who === shown,
          oneOf: true,
          onSelect: () => choose(who),
        }))}
      />
      {shown === 'chosen' ? (
        <People
          chosen={chosen}
          onChange={(mayEdit) => {
            setChoosing(true);
            setTicked(mayEdit);
            void send({ type: 'pause', mayEdit }).then((isDone) => {
              if (!isDone) setTicked(null);
            });
          }}
        />
      ) : null}
    </>
  );
}

type PeopleProps = { chosen: readonly string[]; onChange: (ids: readonly string[]) => void };

function People({ chosen, onChange }: PeopleProps) {
  const people = onePerPerson(usePeople()).filter(({ role }) => role === 'participant');
  if (people.length === 0) return <p className="attention-state">{t('attention.nobodyHere')}</p>;
  return (
    <ul className="attention-people">
      {people.map(({ participantId, name }) => (
        <li key={participantId}>
          <label>
            <input
              type="checkbox"
              checked={chosen.includes(participantId)}
              onChange={({ target }) =>
                onChange(
                  target.checked
                    ? [...chosen, participantId]
                    : chosen.filter((known) => known !== participantId),
                )
              }
            />
            <bdi>{name ?? t('shell.noName')}</bdi>
          </label>
        </li>
      ))}
    </ul>
  );
}
