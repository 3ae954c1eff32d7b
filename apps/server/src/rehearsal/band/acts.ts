import {
  addDraft,
  answerAsked,
  castVote,
  currentPhase,
  link,
  MOTION,
  notesAskedAbout,
  placeFactor,
  questionsIn,
  RATING_MAX,
  readDrafts,
  readSession,
  readSnapshot,
  roomNow,
  teamOf,
} from '@coherence/board';
import type { InfluenceRoom, OpenRound, Phase, Session } from '@coherence/board';
import { luckFor } from './luck.ts';
import type { Luck } from './luck.ts';
import type { Pretend } from './pretend.ts';
import { THOUGHTS } from './thoughts.ts';
import type { Thought } from './thoughts.ts';

/** One thing to do, under a name by which it is done once. */
export interface Act {
  readonly name: string;
  readonly run: () => void | Promise<void>;
}

const NOTES_LEAST = 2;
const NOTES_MORE = 4;
const LINKS_EACH = 3;
const YES_NO_ABSTAIN = 3;
const CHANCE_OF_YES = 0.8;
const CHANCE_OF_ROW = 0.6;
const CHANCE_OF_DELAY = 0.2;

/** Who acts: the connection, their own seed, and the names of what they have done. */
export interface Actor {
  readonly pretend: Pretend;
  readonly seed: number;
  readonly done: ReadonlySet<string>;
}

/**
 * What a participant has to do now and has not done, in the order in which they would. Empty while others talk. Asked
 * again it is the same.
 */
export function actsNow(actor: Actor): readonly Act[] {
  return allActs(actor).filter(({ name }) => !actor.done.has(name));
}

function allActs({ pretend, seed, done }: Actor): readonly Act[] {
  const session = readSession(pretend.doc);
  const phase = currentPhase(session);
  if (phase === null) return [];
  const luck = luckFor(seed, `${phase.id} ${session.round?.id ?? ''}`);
  const asked = answering(pretend, seed, session);
  if (asked.length > 0) return asked;
  switch (phase.kind) {
    case 'write':
      return writing(pretend, luck, phase);
    case 'place':
      return placing(pretend, luck, session);
    case 'vote':
    case 'rate':
      return session.round === null ? [] : voting(pretend, luck, session.round);
    case 'link':
      return linking(pretend, seed, session, done);
    default:
      return [];
  }
}

/** Whether their notes may be shown where too few wrote without a name; most say yes. */
function answering(pretend: Pretend, seed: number, { asked }: Session): readonly Act[] {
  const notes = notesAskedAbout(readDrafts(pretend.mine), asked);
  const ids = notes.filter(({ answer }) => answer?.[0] !== asked?.at).map(({ id }) => id);
  if (asked === null || ids.length === 0) return [];
  const name = `answer ${asked.at} ${ids.length}`;
  const isYes = luckFor(seed, name).next() < CHANCE_OF_YES;
  return [{ name, run: () => answerAsked(pretend.mine, ids, asked.at, isYes) }];
}

/** Some thoughts of their own, then "I am done". */
function writing(
  pretend: Pretend,
  luck: Luck,
  phase: Pick<Phase, 'id' | 'cellRequired' | 'identity'>,
): readonly Act[] {
  const count = NOTES_LEAST + luck.below(NOTES_MORE);
  const notes = luck.shuffled(THOUGHTS).slice(0, count);
  const write = (thought: Thought, at: number): Act => {
    const text = thought.wordings[luck.below(2)] ?? thought.wordings[0];
    const says = phase.cellRequired || luck.next() < CHANCE_OF_ROW;
    const cell = says ? { row: thought.row, column: thought.column } : {};
    const seen = phase.identity;
    const run = () => void addDraft(pretend.mine, { text, at: Date.now(), phase: phase.id, seen, ...cell });
    return { name: `write ${phase.id} ${at}`, run };
  };
  return [...notes.map(write), { name: `done ${phase.id}`, run: () => pretend.sayDone() }];
}

/** What was dealt to their team, each note into a cell. */
function placing(pretend: Pretend, luck: Luck, session: Session): readonly Act[] {
  const { deal, phase } = session;
  if (deal === null || phase === null || deal.phase !== phase.id) return [];
  const items = teamOf(deal, pretend.id)?.team.items ?? [];
  return items.map((id) => {
    const guess = THOUGHTS[luck.below(THOUGHTS.length)] ?? NOWHERE;
    const run = (): void => {
      const text = readSnapshot(pretend.doc).factors.find((factor) => factor.id === id)?.text;
      const known = THOUGHTS.find(({ wordings }) => wordings.some((wording) => wording === text));
      const { row, column } = known ?? guess;
      placeFactor(pretend.doc, { id, row, column, phase: phase.id, by: pretend.id });
    };
    return { name: `place ${phase.id} ${id}`, run };
  });
}

const NOWHERE = { row: 'interfering', column: 'roles' } as const;

/** A ballot within its rules; the dots one by one. */
function voting(pretend: Pretend, luck: Luck, round: OpenRound): readonly Act[] {
  const cast = (name: string, item: string, mark: number, question = 0): Act => ({
    name: `vote ${round.id} ${name}`,
    run: () => void castVote(pretend.mine, round, item, mark, { question }),
  });
  if (round.method === 'recorded') return [cast('motion', MOTION, 1 + luck.below(YES_NO_ABSTAIN))];
  if (round.method === 'rating') {
    return round.items.flatMap((item) =>
      Array.from({ length: questionsIn(round) }, (_, question) =>
        cast(`${item} ${question}`, item, 1 + luck.below(RATING_MAX), question),
      ),
    );
  }
  return dotsFor(round, luck).map(([item, dots]) => cast(item, item, dots));
}

/** The whole budget over what one likes best. */
export function dotsFor(
  { items, budget, perItem }: Pick<OpenRound, 'items' | 'budget' | 'perItem'>,
  luck: Luck,
): readonly (readonly [string, number])[] {
  let left = budget;
  const given: (readonly [string, number])[] = [];
  for (const item of luck.shuffled(items)) {
    if (left === 0) break;
    const dots = Math.min(left, 1 + luck.below(perItem));
    given.push([item, dots]);
    left -= dots;
  }
  return given;
}

/** In their turn one link between two cards of the map; without teams a few. */
function linking(
  pretend: Pretend,
  seed: number,
  session: Session,
  done: ReadonlySet<string>,
): readonly Act[] {
  const { deal, phase } = session;
  if (phase === null) return [];
  const room = roomNow(session, pretend.id);
  const acts = Array.from({ length: LINKS_EACH }, (_, at): Act => {
    const name = `link ${phase.id} ${at}`;
    return { name, run: () => linkTwo(pretend, room, luckFor(seed, name)) };
  });
  const team = deal?.phase === phase.id ? teamOf(deal, pretend.id) : null;
  if (team === null) return acts;
  const next = acts.find(({ name }) => !done.has(name));
  if (team.turn !== pretend.id || next === undefined) return [];
  const run = async (): Promise<void> => {
    await next.run();
    await pretend.passTurn();
  };
  return [{ name: next.name, run }];
}

function linkTwo({ doc, unit }: Pretend, room: InfluenceRoom | null, luck: Luck): void {
  const onMap = readSnapshot(doc).factors.filter(({ pos }) => pos !== null);
  const [from, to] = luck.shuffled(onMap);
  if (from === undefined || to === undefined) return;
  const polarity = from.cell?.[0] === to.cell?.[0] ? '+' : '-';
  link(doc, { from: from.id, to: to.id, polarity, delay: luck.next() < CHANCE_OF_DELAY }, { unit, room });
}
