import { t } from '@coherence/words';
import { useState } from 'react';
import type { UnitMark } from '../../factors/units/unit-marks.ts';
import { colourOf } from '../../live/people/presence.ts';
import { FollowAvatar } from '../../together/follow/follow-avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { notify } from '../../frame/notices.ts';
import { MoveForm, RenameForm } from './person-forms.tsx';
import type { RosterPerson } from './roster.ts';
import type { PeopleControl } from './use-people-control.ts';

type PersonEdit =
  | { readonly kind: 'rename' | 'move' | 'remove' }
  | { readonly kind: 'pair'; readonly pair: string };

type PersonLineProps = {
  person: RosterPerson;
  units: readonly UnitMark[];
  word: string;
  control: PeopleControl;
};

const ROLES = [
  { role: 'facilitator', words: 'people.makeFacilitator', hint: 'people.makeFacilitatorHint' },
  { role: 'participant', words: 'people.makeParticipant', hint: 'people.makeParticipantHint' },
  { role: 'observer', words: 'people.makeObserver', hint: 'people.makeObserverHint' },
] as const;

/** One person as a facilitator sees them: who they are, whether they are here, and what can be changed. */
export function PersonLine({ person, units, word, control }: PersonLineProps) {
  const [doing, setDoing] = useState<PersonEdit | null>(null);
  const { id, role, own, device } = person;
  const name = person.name === '' ? t('shell.noName') : person.name;
  const remarks = [
    own ? t('people.you') : null,
    role === 'facilitator' && !own ? t('people.coFacilitator') : null,
    role === 'observer' ? t('join.role_observer') : null,
    device ? (person.here ? null : t('people.isAway')) : t('people.noDevice'),
  ].filter((remark) => remark !== null);

  const showPair = async () => {
    const pair = await control.pair(id);
    if (pair !== null) setDoing({ kind: 'pair', pair });
  };
  const items: readonly MenuItem[] = [
    { label: t('people.rename'), onSelect: () => setDoing({ kind: 'rename' }) },
    { label: t('people.move', { word }), onSelect: () => setDoing({ kind: 'move' }) },
    ...(device ? [] : [{ label: t('people.pairThem'), onSelect: () => void showPair() }]),
    ...(own || !device
      ? []
      : ROLES.filter((one) => one.role !== role).map((one) => ({
          label: t(one.words),
          hint: t(one.hint),
          onSelect: () => void control.setRole(id, one.role),
        }))),
    ...(own ? [] : [{ label: t('people.remove'), onSelect: () => setDoing({ kind: 'remove' }) }]),
  ];
  const close = () => setDoing(null);
  const remove = async () => {
    if (await control.remove(id)) notify(t('people.removed', { name }));
    close();
  };

  return (
    <li className="people-line">
      <FollowAvatar
        participantId={id}
        canFollow={person.here && !own}
        name={name}
        letters={person.name === '' ? '–' : null}
        colour={colourOf(id)}
      />
      <span dir="auto" className="people-name">
        {name}
      </span>
      <span className="people-remark">{remarks.join(', ')}</span>
      <Menu
        className="people-change"
        variant="quiet"
        label={t('people.change')}
        name={t('people.changeName', { name })}
        items={items}
        align="end"
      />
      {doing?.kind === 'rename' ? (
        <RenameForm name={person.name} onRename={(next) => control.rename(id, next)} onClose={close} />
      ) : null}
      {doing?.kind === 'move' ? (
        <MoveForm
          unit={person.unit}
          units={units}
          word={word}
          onMove={(unit) => control.move(id, unit)}
          onClose={close}
        />
      ) : null}
      {doing?.kind === 'pair' ? (
        <output className="people-form">
          <p>{t('people.pairHint', { name })}</p>
          <p className="people-pair">{`${doing.pair.slice(0, 3)} ${doing.pair.slice(3)}`}</p>
          <p className="field-hint">{t('people.secondLasts')}</p>
          <div className="people-form-acts">
            <Button onClick={close}>{t('shell.close')}</Button>
          </div>
        </output>
      ) : null}
      {doing?.kind === 'remove' ? (
        <div className="people-leaving" role="alert">
          <p>{t('people.removeSure', { name })}</p>
          <Button onClick={() => void remove()}>{t('people.removeNow')}</Button>
          <Button variant="quiet" onClick={close}>
            {t('people.keep')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
