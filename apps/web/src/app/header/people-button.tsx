import { t } from '@coherence/words';
import { usePeople } from '../../live/people/presence.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { onePerPerson } from '../../live/people/people-by-unit.ts';
import { tip } from '../../ui/tips/tip.ts';

const SHOWN = 3;

/** Who is here, as three faces and a number; opens the people panel. */
export function PeopleButton({ onOpen }: { onOpen: () => void }) {
  const people = onePerPerson(usePeople());
  if (people.length === 0) return null;
  const rest = people.length - SHOWN;
  return (
    <button
      type="button"
      className="people-button"
      aria-haspopup="dialog"
      aria-label={t('people.here', { n: people.length })}
      {...tip(t('people.here', { n: people.length }))}
      onClick={onOpen}
    >
      <span className="avatars">
        {people.slice(0, SHOWN).map((person) => (
          <Avatar
            key={person.participantId}
            name={person.name ?? t('people.noName')}
            letters={person.name === null ? '–' : null}
            colour={person.colour}
          />
        ))}
        {rest > 0 ? <span className="avatar avatar-more">{t('people.more', { n: rest })}</span> : null}
      </span>
    </button>
  );
}
