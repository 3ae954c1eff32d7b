import {
  addDraft,
  addGroup,
  addStrategy,
  castVote,
  currentPhase,
  link,
  moveFactors,
  readBallot,
  readSession,
  roomNow,
  teamOf,
  type Actor,
  type Phase,
  type Session,
} from '@coherence/board';
import type { Chance } from '@coherence/board/testing';
import type { Material, Statement } from './material.ts';
import type { Member } from './member.ts';

type Follower = {
  readonly member: Member;
  /** What this person has to say, in the order they think of it. */
  readonly thoughts: readonly Statement[];
  readonly material: Material;
  readonly luck: Chance;
  /** The strategy this person proposes, if any. */
  readonly proposal?: string;
  /** How many notes they write; 3 unless told. */
  readonly notes?: number;
  /** People are not quick: each thing is done at some moment within so many milliseconds. At once unless told. */
  readonly within?: number;
};

const NOTES_EACH = 3;
/** For what others wrote and this person cannot know. */
const NO_BETTER_PLACE = { row: 'interfering', column: 'purposes' } as const;

/**
 * Does what a participant does in each phase of the agenda, as soon as it comes: writes alone and says so, places what
 * was dealt, groups, spends the dots, links, proposes and rates. Never ends by itself; answers how to stop.
 */
export function followAgenda(follower: Follower): () => void {
  const { member, luck, within = 0 } = follower;
  const did = new Set<string>();
  const timers = new Set<NodeJS.Timeout>();
  const act = (): void => {
    const session = readSession(member.doc);
    for (const [name, work] of actsOf(follower, session)) {
      if (did.has(name)) continue;
      did.add(name);
      if (within === 0) work();
      else timers.add(setTimeout(work, luck.below(within)));
    }
  };
  // Not from inside the transaction that brought the news.
  const soon = (): void => queueMicrotask(act);
  const session = member.doc.getMap('session');
  session.observe(soon);
  soon();
  return () => {
    session.unobserve(soon);
    timers.forEach(clearTimeout);
  };
}

/** What there is to do now, each under a name that says when it has been done. */
function actsOf(follower: Follower, session: Session): readonly (readonly [string, () => void])[] {
  const phase = currentPhase(session);
  if (phase === null) return [];
  const { round, deal } = session;
  if (phase.kind === 'write') return [[`write ${phase.id}`, () => writeAlone(follower, phase)]];
  if (phase.kind === 'link') return [[`link ${phase.id}`, () => linkPairs(follower)]];
  if (phase.kind === 'options') return [[`propose ${phase.id}`, () => propose(follower)]];
  if (phase.kind === 'group' && deal?.phase === phase.id) {
    return [[`group ${phase.id}`, () => group(follower, deal)]];
  }
  if (phase.kind === 'place' && deal?.phase === phase.id) {
    const items = teamOf(deal, follower.member.participantId)?.team.items ?? [];
    return items.map((id) => [`place ${id}`, () => place(follower, id)] as const);
  }
  if (round !== null && round.method === 'dots') return [[`vote ${round.id}`, () => vote(follower, round)]];
  if (round !== null && round.method === 'rating') return [[`rate ${round.id}`, () => rate(follower, round)]];
  return [];
}

function writeAlone({ member, thoughts, luck, notes = NOTES_EACH }: Follower, phase: Phase): void {
  for (const [at, { text, row, column }] of thoughts.slice(0, notes).entries()) {
    const where = phase.cellRequired ? { row, column } : luck.next() < 0.5 ? { row } : {};
    addDraft(member.mine, { text, at, phase: phase.id, ...where });
  }
  void member.sayDone();
}

function place({ member, material }: Follower, id: string): void {
  const factor = member.snapshot().factors.find((one) => one.id === id);
  if (factor === undefined || (factor.cell?.[0] && factor.cell[1])) return;
  const { row, column } = material.factors.find(({ text }) => text === factor.text) ?? NO_BETTER_PLACE;
  moveFactors(member.doc, { ids: [id], row, column });
}

/** Two dots for what this person likes best, one for the next, and one taken back on second thought. */
function vote({ member, luck }: Follower, round: NonNullable<Session['round']>): void {
  const liked = [...round.items].sort(() => luck.next() - 0.5);
  const [first, second, third] = liked;
  if (first === undefined) return;
  castVote(member.mine, round, first, Math.min(2, round.perItem));
  if (second !== undefined) castVote(member.mine, round, second, 1);
  if (third !== undefined) castVote(member.mine, round, third, 1);
  if (third !== undefined) castVote(member.mine, round, third, 0);
  if (Object.keys(readBallot(member.mine, round)).length === 0) throw new Error('the ballot took no dots');
}

function rate({ member, luck }: Follower, round: NonNullable<Session['round']>): void {
  for (const item of round.items) {
    for (const question of round.questions.keys()) {
      castVote(member.mine, round, item, 1 + luck.below(5), { question });
    }
  }
}

function linkPairs({ member, luck }: Follower): void {
  const onMap = member.snapshot().factors.filter(({ pos }) => pos !== null);
  for (let made = 0; made < 2; made += 1) {
    const [from, to] = [luck.pick(onMap), luck.pick(onMap)];
    if (from === undefined || to === undefined || from.id === to.id) continue;
    const polarity = luck.next() < 0.6 ? '+' : '-';
    link(member.doc, { from: from.id, to: to.id, polarity, delay: luck.next() < 0.2 }, actorNow(member));
  }
}

/** In a room they speak for it. */
function actorNow({ actor, doc, participantId }: Member): Actor {
  return { ...actor, room: roomNow(readSession(doc), participantId) };
}

/** Each room has a column, and each person in it looks for what says the same in another way. */
function group({ member, material }: Follower, deal: NonNullable<Session['deal']>): void {
  const mine = teamOf(deal, member.participantId);
  if (mine === null) return;
  const { columns = [] } = mine.team;
  const themes = [...new Set(material.factors.map(({ theme }) => theme))];
  const theme = themes[mine.team.people.indexOf(member.participantId)];
  if (theme === undefined) return;
  const texts = new Set(material.factors.filter((one) => one.theme === theme).map(({ text }) => text));
  const alike = member
    .snapshot()
    .factors.filter(
      (one) =>
        columns.some((column) => column === one.cell?.[1]) && one.group === null && texts.has(one.text),
    );
  const words = alike[0]?.text.split(' ').slice(0, 4).join(' ');
  if (words !== undefined && alike.length > 1)
    addGroup(
      member.doc,
      words,
      alike.map(({ id }) => id),
    );
}

/** A strategy on the map, and what it would do there. */
function propose({ member, proposal, luck }: Follower): void {
  if (proposal === undefined) return;
  const onMap = member.snapshot().factors.filter(({ pos }) => pos !== null);
  const below = Math.max(0, ...onMap.map(({ pos }) => pos?.[1] ?? 0)) + 220;
  const added = addStrategy(member.doc, { text: proposal, pos: [luck.below(1200), below, 206] });
  const target = luck.pick(onMap);
  if (added.ok && target !== undefined) {
    link(member.doc, { from: added.value, to: target.id, polarity: '-' }, member.actor);
  }
}
