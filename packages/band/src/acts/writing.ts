import { addDraft, answerAsked, notesAskedAbout, readDrafts } from '@coherence/board';
import type { Random } from '@coherence/board/random';
import { randomFor } from '@coherence/board/random';
import type { Thought } from '../material.ts';
import type { Act, Moment } from './act.ts';
import { randomIn } from './random-in.ts';

const NOTES_LEAST = 2;
const NOTES_MORE = 4;
const CHANCE_OF_YES = 0.8;
const CHANCE_OF_CELL = 0.6;

/** Whether their notes may be shown where too few wrote without a name; most say yes. */
export function answering({ pretend, seed, session: { asked } }: Moment): readonly Act[] {
  const notes = notesAskedAbout(readDrafts(pretend.privateDoc), asked);
  const ids = notes.filter(({ answer }) => answer?.[0] !== asked?.at).map(({ id }) => id);
  if (asked === null || ids.length === 0) return [];
  const name = `answer ${asked.at} ${ids.length}`;
  const isYes = randomFor(seed, name).next() < CHANCE_OF_YES;
  return [{ name, run: () => answerAsked(pretend.privateDoc, ids, asked.at, isYes) }];
}

/** Some thoughts of their own, then "I am done". */
export function writing(moment: Moment): readonly Act[] {
  const { pretend, phase, says } = moment;
  const random = randomIn(moment);
  const write = (thought: Thought, at: number): Act => {
    const text = thought.wordings[random.below(thought.wordings.length)] ?? thought.wordings[0];
    const isPlaced = phase.cellRequired || random.next() < CHANCE_OF_CELL;
    const cell = isPlaced ? { row: thought.row, column: thought.column } : {};
    const seen = phase.identity;
    const run = () =>
      void addDraft(pretend.privateDoc, { text, at: Date.now(), phase: phase.id, seen, ...cell });
    return { name: `write ${phase.id} ${at}`, run };
  };
  const thoughts = says ?? someOf(moment.material.thoughts, random);
  return [...thoughts.map(write), { name: `done ${phase.id}`, run: () => pretend.sayDone() }];
}

function someOf(thoughts: readonly Thought[], random: Random): readonly Thought[] {
  const count = NOTES_LEAST + random.below(NOTES_MORE);
  return random.shuffled(thoughts).slice(0, count);
}
