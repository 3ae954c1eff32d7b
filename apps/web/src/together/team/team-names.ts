import { isTeamName, type Mode, type SessionDeal, type TeamOf } from '@coherence/board';
import { t } from '@coherence/words';
import { COLUMN_SHORT } from '../../factors/place.ts';

/** Whether people of a phase work in small teams. */
export function isTeamwork(mode: Mode): mode is Exclude<Mode, 'plenary' | 'alone'> {
  return mode !== 'plenary' && mode !== 'alone';
}

type KnownPerson = { readonly participantId: string; readonly name: string | null };

/** The name of a participant who is here; a plain word where they gave none or are away. */
export function personName(people: readonly KnownPerson[], id: string): string {
  return people.find(({ participantId }) => participantId === id)?.name || t('room.someone');
}

/** More names than these are shown when one asks for them. */
export const NAMES_AT_ONCE = 4;

/** The others of one's team, by name. */
export function teamNames(
  { team }: Pick<TeamOf, 'team'>,
  me: string,
  people: readonly KnownPerson[],
): readonly string[] {
  return team.people.filter((id) => id !== me).map((id) => personName(people, id));
}

type Team = SessionDeal['teams'][number];

/** A room's own columns in short, where there is little place. */
export function columnsShort(columns: Team['columns'] = []): readonly string[] {
  return columns.map((column) => t(COLUMN_SHORT[column]));
}

/** One column in full, several in short. */
function columnWords(columns: Team['columns'] = []): string {
  const [only, ...more] = columns;
  return only !== undefined && more.length === 0
    ? t(`framework.column_${only}`)
    : columnsShort(columns).join(', ');
}

/** The name of a breakout as people read it: small teams are numbered by the server. */
export const breakoutName = (name: string): string =>
  isTeamName(name) ? t('room.team', { number: name.replace(/\D+/, '') }) : name;

/** "Your room: Room 2 · Roles and responsibilities"; a small team is only named. Empty in deals without names. */
export function roomWords(team: Pick<Team, 'name' | 'columns'>): string {
  if (team.name === undefined) return '';
  const room = [breakoutName(team.name), columnWords(team.columns)]
    .filter((words) => words !== '')
    .join(' · ');
  return isTeamName(team.name) ? room : t('room.yours', { room });
}

/** "You work with Dana and Lee.": the others of one's team, by name. */
export function teamWords({ team }: TeamOf, me: string, people: readonly KnownPerson[]): string {
  const others = teamNames({ team }, me, people);
  const last = others.at(-1);
  if (last === undefined) return t('room.alone');
  const before = others.slice(0, -1).join(', ');
  const names = before === '' ? last : t('room.andMore', { names: before, last });
  return t('room.with', { names }).replace(/\.\.$/, '.');
}
