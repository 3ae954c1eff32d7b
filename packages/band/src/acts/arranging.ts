import { addGroup, placeFactor, readSnapshot } from '@coherence/board';
import type { Factor } from '@coherence/board';
import { themeOf, thoughtOf } from '../material.ts';
import type { Act, Moment } from './act.ts';
import { randomIn } from './random-in.ts';
import { dealtNow } from './dealt-now.ts';

const NOWHERE = { row: 'interfering', column: 'roles' } as const;
/** A group is called by the first words of its first note. */
const NAME_WORDS = 4;

/** What was dealt to their team, each note into a cell. */
export function placing(moment: Moment): readonly Act[] {
  const { pretend, material, phase } = moment;
  const items = dealtNow(moment)?.team.items ?? [];
  const random = randomIn(moment);
  return items.map((id) => {
    const guess = random.pick(material.thoughts) ?? NOWHERE;
    const run = (): void => {
      const text = readSnapshot(pretend.doc).factors.find((factor) => factor.id === id)?.text ?? '';
      const { row, column } = thoughtOf(material, text) ?? guess;
      placeFactor(pretend.doc, { id, row, column, phase: phase.id, by: pretend.id });
    };
    return { name: `place ${phase.id} ${id}`, run };
  });
}

/** Each person in a room looks for notes in the room's columns that say the same in another way. */
export function grouping(moment: Moment): readonly Act[] {
  if (dealtNow(moment) === null) return [];
  return [{ name: `group ${moment.phase.id}`, run: () => groupAlike(moment) }];
}

function groupAlike(moment: Moment): void {
  const { pretend, material } = moment;
  const { columns = [], people = [] } = dealtNow(moment)?.team ?? {};
  const byTheme = new Map<string, Factor[]>();
  for (const factor of readSnapshot(pretend.doc).factors) {
    const thought = thoughtOf(material, factor.text);
    if (thought === undefined || !columns.some((column) => column === factor.cell?.[1])) continue;
    const theme = themeOf(thought);
    byTheme.set(theme, [...(byTheme.get(theme) ?? []), factor]);
  }
  // No two people of a room take the same theme, whatever is grouped already.
  const themes = [...byTheme.keys()].filter((theme) => (byTheme.get(theme)?.length ?? 0) > 1).toSorted();
  const theme = themes[people.indexOf(pretend.id)] ?? '';
  const alike = (byTheme.get(theme) ?? []).filter(({ group }) => group === null);
  const [first] = alike;
  if (first === undefined || alike.length < 2) return;
  const name = first.text.split(' ').slice(0, NAME_WORDS).join(' ');
  addGroup(
    pretend.doc,
    name,
    alike.map(({ id }) => id),
  );
}
