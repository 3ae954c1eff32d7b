import { addDraft, answerAsked, notesAskedAbout, readDrafts } from '@coherence/board';
import type { Chance } from '@coherence/board/chance';
import { chanceFor } from '@coherence/board/chance';
import type { Thought } from '../material.ts';
import type { Act, Moment } from './act.ts';
import { chanceIn } from './chance-in.ts';

const NOTES_LEAST = 2;
const NOTES_MORE = 4;
const CHANCE_OF_YES = 0.8;
const CHANCE_OF_CELL = 0.6;

/** Whether their notes may be shown where too few wrote without a name; most say yes. */
export function answering({ pretend, seed, session: { asked } }: Moment): readonly Act[] {
  const notes = notesAskedAbout(readDrafts(pretend.mine), asked);
  const ids = notes.filter(({ answer }) => answer?.[0] !== asked?.at).map(({ id }) => id);
  if (asked === null || ids.length === 0) return [];
  const name = `answer ${asked.at} ${ids.length}`;
  const isYes = chanceFor(seed, name).next() < CHANCE_OF_YES;
  return [{ name, run: () => answerAsked(pretend.mine, ids, asked.at, isYes) }];
}

/** Some thoughts of their own, then "I am done". */
export function writing(moment: Moment): readonly Act[] {
  const { pretend, phase, says } = moment;
  const luck = chanceIn(moment);
  const write = (thought: Thought, at: number): Act => {
    const text = thought.wordings[luck.below(thought.wordings.length)] ?? thought.wordings[0];
    const isPlaced = phase.cellRequired || luck.next() < CHANCE_OF_CELL;
    const cell = isPlaced ? { row: thought.row, column: thought.column } : {};
    const seen = phase.identity;
    const run = () => void addDraft(pretend.mine, { text, at: Date.now(), phase: phase.id, seen, ...cell });
    return { name: `write ${phase.id} ${at}`, run };
  };
  const thoughts = says ?? someOf(moment.material.thoughts, luck);
  return [...thoughts.map(write), { name: `done ${phase.id}`, run: () => pretend.sayDone() }];
}

function someOf(thoughts: readonly Thought[], luck: Chance): readonly Thought[] {
  const count = NOTES_LEAST + luck.below(NOTES_MORE);
  return luck.shuffled(thoughts).slice(0, count);
}
