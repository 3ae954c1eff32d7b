import { DRAFTS_MAX, followMerges, readDrafts, readSession, unitNow, writeSession } from '@coherence/board';
import type { OpenRound, Session } from '@coherence/board';
import { withBoard } from '../boards/board-reader.ts';
import { changePerson } from '../boards/people.ts';
import { ApiError } from '../errors.ts';
import type { Clock } from '../time/clock.ts';
import type { BoardRecord, DocKey, ParticipantRecord } from '../storage/storage.ts';
import type { Log } from '../telemetry/log.ts';
import { countAttending, countLeading, countWithoutDevice } from './attending.ts';
import { finishCleanup } from './private/reveal-journal.ts';
import { readPrivateDocs } from './private/private-docs.ts';
import type { PrivateDoc, HiddenWorkParts } from './private/private-docs.ts';
import { OneByOne } from '../queues/one-by-one.ts';
import { ballotsOf, countTurnout, NO_BALLOTS, readBallots } from './vote/vote-ballots.ts';
import type { BallotsCast as VotesGiven } from './vote/vote-ballots.ts';
import { countWriting } from './writing/count-writing.ts';
import type { CountedDraft } from './writing/count-writing.ts';
import type { WaitingNote } from './writing/floor.ts';
import { promiseWaiting, PromisesNow } from './writing/promises.ts';
import { hasWords, isWriting } from './writing/write-phase.ts';
import { mayHoldNotes, writersAmong } from './writing/written-for.ts';

/** Counts follow what people write at most this often, milliseconds. */
const COUNT_EVERY_MS = 500;
/** After a count that the store would not take. */
const RETRY_MS = 10_000;

interface HiddenWork {
  readonly drafts: readonly CountedDraft[];
  readonly votes: VotesGiven;
}

interface BoardCounts {
  readonly done: Set<string>;
  readonly given: Map<string, HiddenWork>;
  /** Owners who have written since they were last looked up. */
  changed: Set<string>;
  cancelCount: (() => void) | null;
}

interface CountsParts extends HiddenWorkParts {
  readonly clock: Clock;
  readonly log: Log;
}

/** Keeps the counts in `session` right: how much waits to be revealed, who is done, how many have voted. */
export class SessionCounts {
  /** What the agendas of boards in use promise now. */
  readonly promises = new PromisesNow();
  readonly #parts: CountsParts;
  readonly #boards = new Map<string, BoardCounts>();
  readonly #turns = new OneByOne();
  /** Boards whose people were counted since the server started. */
  readonly #attended = new Set<string>();
  #stopped = false;

  constructor(parts: CountsParts) {
    this.#parts = parts;
  }

  /** Lets what reads or clears private documents of a board happen one after the other. */
  inTurn<T>(board: string, work: () => Promise<T>): Promise<T> {
    return this.#turns.take(board, work);
  }

  /** A change of a private document has been stored. */
  changed({ board, owner }: DocKey): void {
    if (owner === '') return;
    this.#of(board).changed.add(owner);
    this.#countSoon(board);
  }

  /** "I am done": until the next phase, in memory only. */
  setDone(board: string, participant: string, done: boolean): void {
    const counts = this.#of(board);
    if (done) counts.done.add(participant);
    else counts.done.delete(participant);
    this.#countSoon(board);
  }

  isDone(board: string, participant: string): boolean {
    return this.#boards.get(board)?.done.has(participant) ?? false;
  }

  /** A person joined, left or is another person now. */
  peopleChanged(board: string): void {
    this.#attended.add(board);
    this.#countSoon(board);
  }

  /** Looks once after each start of the server whether `attending` is still right. */
  seen(board: string): void {
    if (!this.#attended.has(board)) this.peopleChanged(board);
  }

  /** Another phase or round is on: no participant is done any more, and all work is counted again. */
  startOver(board: string): void {
    const counts = this.#of(board);
    counts.done.clear();
    this.recount(board);
  }

  /** Looks everything up again. */
  recount(board: string): void {
    this.#of(board).given.clear();
    this.#countSoon(board);
  }

  /** What boards had begun when the server ended. A board that cannot be opened now finishes later. */
  async finishCleanups(): Promise<void> {
    const { log, storage } = this.#parts;
    for (const { board: id } of await storage.cleanups()) {
      try {
        const board = await storage.board(id);
        if (board !== null) await this.inTurn(id, () => finishCleanup(this.#parts, board));
      } catch (error) {
        log.error('chore-failed', {
          board: id,
          reason: error instanceof Error ? error.message : String(error),
        });
      }
    }
  }

  stop(): void {
    this.#stopped = true;
    for (const { cancelCount } of this.#boards.values()) cancelCount?.();
  }

  #of(board: string): BoardCounts {
    const counts = this.#boards.get(board) ?? {
      done: new Set(),
      given: new Map(),
      changed: new Set(),
      cancelCount: null,
    };
    this.#boards.set(board, counts);
    return counts;
  }

  #countSoon(board: string, wait = COUNT_EVERY_MS): void {
    const counts = this.#of(board);
    if (this.#stopped) return;
    counts.cancelCount ??= this.#parts.clock.after(wait, () => {
      counts.cancelCount = null;
      void this.inTurn(board, () => this.#count(board, counts)).catch((error: unknown) => {
        counts.given.clear();
        if (this.#stopped) return;
        const reason = error instanceof Error ? error.message : String(error);
        this.#parts.log.warn('count-failed', { board, reason });
        if (!(error instanceof ApiError)) this.#countSoon(board, RETRY_MS);
      });
    });
  }

  async #count(boardId: string, counts: BoardCounts): Promise<void> {
    const { boardHost, storage } = this.#parts;
    const board = await storage.board(boardId);
    if (board === null || this.#stopped) return;
    await finishCleanup(this.#parts, board);
    const session = await this.#countPeople(board);
    if (!isWriting(session) && session.round === null) return this.#forget(boardId, counts);
    const { changed } = counts;
    counts.changed = new Set();
    const isNews = (person: ParticipantRecord) =>
      (session.round !== null || mayHoldNotes(person)) &&
      (changed.has(person.id) || !counts.given.has(person.id));
    const read = (doc: PrivateDoc): HiddenWork => hiddenWorkIn(doc, session.round);
    await promiseWaiting({ ...this.#parts, promises: this.promises }, board, isNews);
    const { readings } = await readPrivateDocs(this.#parts, boardId, read, isNews);
    for (const { person, value } of readings) counts.given.set(person.id, value);
    const everybody = await storage.participants(boardId);
    const people = everybody.filter(({ removed }) => !removed);
    const waiting = waitingOf(everybody, counts.given);
    const done = people.filter(({ id }) => counts.done.has(id));
    const devices = new Set(session.round === null ? [] : await storage.participantsWithDevice(boardId));
    const votes = new Map([...counts.given].map(([id, given]) => [id, given.votes]));
    await withBoard(boardHost, board, (room) =>
      room.edit((doc) => {
        const { round } = readSession(doc);
        if (isWriting(session)) writeSession(doc, { writing: countWriting(waiting, done, readSession(doc)) });
        if (round !== null && round.id === session.round?.id)
          writeSession(doc, {
            round: { ...round, ...countTurnout(ballotsOf(everybody, votes, round), devices) },
          });
      }),
    );
  }

  /** Answers the session as it stands then. What a merged unit still names moves along, people first. */
  async #countPeople(board: BoardRecord): Promise<Session> {
    const { boardHost, storage } = this.#parts;
    const everybody = await storage.participants(board.id);
    const units = await withBoard(boardHost, board, (room) =>
      room.read((doc) => new Map(everybody.map(({ unit }) => [unit, unitNow(doc, unit) ?? unit]))),
    );
    const people = everybody.map((person) => ({ ...person, unit: units.get(person.unit) ?? person.unit }));
    for (const [index, person] of people.entries()) {
      if (person.unit !== everybody[index]?.unit) await changePerson(this.#parts, person);
    }
    const withDevice = new Set(await storage.participantsWithDevice(board.id));
    return withBoard(boardHost, board, (room) =>
      room.edit((doc) => {
        followMerges(doc);
        writeSession(doc, {
          attending: countAttending(people),
          leading: countLeading(people),
          withoutDevice: countWithoutDevice(people, withDevice),
        });
        return readSession(doc);
      }),
    );
  }

  #forget(board: string, counts: BoardCounts): void {
    counts.given.clear();
    if (counts.done.size === 0 && counts.cancelCount === null) this.#boards.delete(board);
  }
}

function hiddenWorkIn(doc: PrivateDoc, round: OpenRound | null): HiddenWork {
  const votes = round === null ? NO_BALLOTS : readBallots(doc, round);
  return {
    drafts: readDrafts(doc)
      .filter(hasWords)
      .slice(0, DRAFTS_MAX)
      .map(({ for: whom, phase, promise, show }) => ({ for: whom, phase, promise, show })),
    votes,
  };
}

function waitingOf(
  people: readonly ParticipantRecord[],
  given: ReadonlyMap<string, HiddenWork>,
): readonly WaitingNote<CountedDraft>[] {
  const writerOf = writersAmong(people);
  return people.flatMap((owner) =>
    (given.get(owner.id)?.drafts ?? []).flatMap((draft) => {
      const writer = writerOf(draft, owner);
      return writer === null ? [] : [{ draft, owner, writer }];
    }),
  );
}
