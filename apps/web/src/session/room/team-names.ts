import type { Mode, TeamOf } from '@coherence/board';
import { t } from '../../i18n/translate.ts';

/** Whether people of a phase work in small teams. */
export function isTeamwork(mode: Mode): mode is Exclude<Mode, 'plenary' | 'alone'> {
  return mode !== 'plenary' && mode !== 'alone';
}

type KnownPerson = { readonly participantId: string; readonly name: string | null };

/** The name of a participant who is here; a plain word where they gave none or are away. */
export function nameOf(people: readonly KnownPerson[], id: string): string {
  return people.find(({ participantId }) => participantId === id)?.name || t('room.someone');
}

/** "You work with Dana and Lee.": the others of one's team, by name. */
export function teamWords({ team }: TeamOf, me: string, people: readonly KnownPerson[]): string {
  const others = team.people.filter((id) => id !== me).map((id) => nameOf(people, id));
  const last = others.at(-1);
  if (last === undefined) return t('room.alone');
  const before = others.slice(0, -1).join(', ');
  const names = before === '' ? last : t('room.andMore', { names: before, last });
  return t('room.with', { names }).replace(/\.\.$/, '.');
}
