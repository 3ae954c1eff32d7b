import type { Material, Thought } from '@coherence/band';
import type { Column, Row } from '@coherence/board';

const thought = (row: Row, column: Column, one: string, other: string): Thought => ({
  row,
  column,
  wordings: [one, other],
});

/** What people in state education agencies say when they are asked; made up, no person's words. */
const THOUGHTS: readonly Thought[] = [
  thought(
    'interfering',
    'purposes',
    'Each office has its own idea of what “support” means',
    'Support and monitoring mean different things in each office',
  ),
  thought(
    'interfering',
    'purposes',
    'Compliance is treated as the purpose of our visits',
    'We visit schools to check boxes, not to help',
  ),
  thought(
    'interfering',
    'purposes',
    'We assume schools improve when the principal changes',
    'Improvement is seen as the principal’s problem alone',
  ),
  thought(
    'interfering',
    'strategies',
    'Three improvement plan templates for the same school',
    'One school writes three plans for three offices',
  ),
  thought(
    'interfering',
    'strategies',
    'Needs assessments are due in different months for each grant',
    'Every grant has its own needs assessment and its own date',
  ),
  thought(
    'interfering',
    'strategies',
    'Grants end before a strategy takes hold',
    'Money runs out before the work shows results',
  ),
  thought(
    'interfering',
    'strategies',
    'Each office buys its own training provider',
    'Districts get four trainings from four providers',
  ),
  thought(
    'interfering',
    'roles',
    'Districts do not know whom to call when two offices disagree',
    'Nobody knows who decides when offices disagree',
  ),
  thought(
    'interfering',
    'roles',
    'Monitors and coaches give the same principal different advice',
    'A principal hears one thing from a coach and another from a monitor',
  ),
  thought(
    'interfering',
    'roles',
    'Too few people for too many districts',
    'One liaison has nineteen districts',
  ),
  thought(
    'interfering',
    'roles',
    'Data requests reach districts from five offices',
    'Districts send us the same numbers five times',
  ),
  thought(
    'interfering',
    'interactions',
    'Directors meet only in a crisis',
    'We meet across offices only before a federal visit',
  ),
  thought(
    'interfering',
    'interactions',
    'Decisions about the same districts are made in different rooms',
    'We learn of another office’s visit from the district',
  ),
  thought(
    'interfering',
    'interactions',
    'Operations fill the weekly meeting; improvement gets ten minutes',
    'There is never time for improvement on the agenda',
  ),
  thought(
    'integrative',
    'purposes',
    'All offices agree that every school deserves one clear message',
    'We share the wish to speak with one voice',
  ),
  thought(
    'integrative',
    'purposes',
    'Trust with superintendents has grown in the last two years',
    'Superintendents call us before problems grow',
  ),
  thought(
    'integrative',
    'strategies',
    'A shared emphasis on using data for improvement',
    'All of us start from the same data now',
  ),
  thought(
    'integrative',
    'strategies',
    'One calendar of district visits in the north region',
    'The north region plans visits together',
  ),
  thought(
    'integrative',
    'strategies',
    'The literacy work crosses three offices',
    'Literacy brought three offices into one plan',
  ),
  thought(
    'integrative',
    'roles',
    'School improvement liaisons know their districts well',
    'Liaisons have a name and a phone number in each district',
  ),
  thought(
    'integrative',
    'roles',
    'Special education and federal programs share one coach',
    'Two offices pay for one coach together',
  ),
  thought(
    'integrative',
    'interactions',
    'A monthly meeting of middle managers that people like to attend',
    'Middle managers meet every month and get things done',
  ),
  thought(
    'integrative',
    'interactions',
    'The deputy asks all offices before a new requirement goes out',
    'New requirements pass all offices first',
  ),
  thought(
    'integrative',
    'interactions',
    'Joint visits: what we saw together we need not argue about',
    'After joint visits we agree on what we saw',
  ),
];

/** What is talked about in a rehearsal, whatever the board is about. */
export const REHEARSED: Material = { thoughts: THOUGHTS };

const NAMES = [
  'Dana',
  'Marcus',
  'Ines',
  'Tomás',
  'Ruth',
  'Amira',
  'Joel',
  'Priya',
  'Karl',
  'Lucía',
  'Bea',
  'Owen',
  'Grace',
  'Samir',
  'Nora',
  'Paul',
  'Lena',
  'Victor',
  'Ada',
  'Hugo',
  'Mina',
  'Theo',
  'Rosa',
  'Eli',
] as const;

/** The name of a pretend participant: nobody takes them for a person. */
export function pretendName(index: number): string {
  const round = Math.floor(index / NAMES.length);
  const name = NAMES[index % NAMES.length] ?? 'Sam';
  return `${name}${round === 0 ? '' : ` ${round + 1}`} (pretend)`;
}
