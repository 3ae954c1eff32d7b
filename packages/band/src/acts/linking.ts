import { addStrategy, addInfluence, readSnapshot, breakoutNow } from '@coherence/board';
import type { Factor } from '@coherence/board';
import type { Random } from '@coherence/board/random';
import { randomFor } from '@coherence/board/random';
import type { Act, Moment } from './act.ts';
import { dealtNow } from './dealt-now.ts';

const LINKS_EACH = 3;
const CHANCE_OF_DELAY = 0.2;
const CARD_WIDTH = 206;
/** A proposal stands below what is on the map, somewhere across it. */
const BELOW = 220;
const ACROSS = 1200;

/** In their turn one link between two cards of the map; without teams a few. */
export function linking(moment: Moment): readonly Act[] {
  const { pretend, seed, phase, done } = moment;
  const acts = Array.from({ length: LINKS_EACH }, (_, at): Act => {
    const name = `link ${phase.id} ${at}`;
    return { name, run: () => linkTwo(moment, randomFor(seed, name)) };
  });
  const dealt = dealtNow(moment);
  if (dealt === null) return acts;
  const next = acts.find(({ name }) => !done.has(name));
  if (dealt.turn !== pretend.id || next === undefined) return [];
  const run = async (): Promise<void> => {
    await next.run();
    await pretend.passTurn();
  };
  return [{ name: next.name, run }];
}

/** In a room they speak for it. */
function linkTwo({ pretend, session }: Moment, random: Random): void {
  const [from, to] = random.shuffled(cardsOf(pretend.doc));
  if (from === undefined || to === undefined) return;
  const polarity = from.cell?.[0] === to.cell?.[0] ? '+' : '-';
  const delay = random.next() < CHANCE_OF_DELAY;
  const actor = { ...pretend.actor, room: breakoutNow(session, pretend.id) };
  addInfluence(pretend.doc, { from: from.id, to: to.id, polarity, delay }, actor);
}

/** A strategy on the map, and one thing of which there would be less. */
export function proposing({ pretend, seed, phase, proposal }: Moment): readonly Act[] {
  if (proposal === undefined) return [];
  const name = `propose ${phase.id}`;
  const run = (): void => {
    const random = randomFor(seed, name);
    const cards = cardsOf(pretend.doc);
    const y = Math.max(0, ...cards.map(({ pos }) => pos?.[1] ?? 0)) + BELOW;
    const added = addStrategy(pretend.doc, { text: proposal, pos: [random.below(ACROSS), y, CARD_WIDTH] });
    const target = random.pick(cards);
    if (!added.ok || target === undefined) return;
    addInfluence(pretend.doc, { from: added.value, to: target.id, polarity: '-' }, pretend.actor);
  };
  return [{ name, run }];
}

function cardsOf(doc: Moment['pretend']['doc']): readonly Factor[] {
  return readSnapshot(doc).factors.filter(({ pos }) => pos !== null);
}
