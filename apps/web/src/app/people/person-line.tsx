import { useState } from 'react';
import { t } from '../../i18n/translate.ts';
import type { Role } from '../../live/role.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { notify } from '../notices.ts';
import type { PeopleControl } from './use-people-control.ts';

type PersonLineProps = {
  person: {
    readonly participantId: string;
    readonly name: string | null;
    readonly colour: string;
    readonly role: Role;
    readonly here: boolean;
  };
  /** Null where this person cannot be changed from here. */
  control: PeopleControl | null;
};

const ROLES = [
  { role: 'facilitator', words: 'people.makeFacilitator' },
  { role: 'participant', words: 'people.makeParticipant' },
  { role: 'observer', words: 'people.makeObserver' },
] as const;

/** One person: who they are, and for facilitators what they may do here. */
export function PersonLine({ person, control }: PersonLineProps) {
  const [isLeaving, setLeaving] = useState(false);
  const { participantId, colour, role } = person;
  const name = person.name ?? t('people.noName');
  const remarks = [
    person.here ? t('people.you') : null,
    role === 'participant' ? null : t(`join.${role}`),
  ].filter((remark) => remark !== null);

  const items = (people: PeopleControl): MenuItem[] => [
    ...ROLES.filter((one) => one.role !== role).map((one) => ({
      label: t(one.words),
      onSelect: () => people.setRole(participantId, one.role),
    })),
    { label: t('people.remove'), onSelect: () => setLeaving(true) },
  ];
  const remove = async (people: PeopleControl) => {
    if (await people.remove(participantId)) notify(t('people.removed', { name }));
    setLeaving(false);
  };

  return (
    <li>
      <Avatar name={name} letters={person.name === null ? '–' : null} colour={colour} />
      <span className="people-name">{name}</span>
      {remarks.length === 0 ? null : <span className="people-remark">{remarks.join(', ')}</span>}
      {control === null || person.here ? null : (
        <Menu
          className="people-change"
          variant="quiet"
          label={t('people.change')}
          name={t('people.changeName', { name })}
          items={items(control)}
          align="end"
        />
      )}
      {control === null || !isLeaving ? null : (
        <div className="people-leaving" role="alert">
          <p>{t('people.removeSure', { name })}</p>
          <Button onClick={() => void remove(control)}>{t('people.removeNow')}</Button>
          <Button variant="quiet" onClick={() => setLeaving(false)}>
            {t('people.keep')}
          </Button>
        </div>
      )}
    </li>
  );
}
