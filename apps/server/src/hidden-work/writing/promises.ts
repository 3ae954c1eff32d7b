import { agendaMarks, promiseDrafts, readSession } from '@coherence/board';
import type { DraftPromise, DraftToPromise, Session } from '@coherence/board';
import { withBoard } from '../../boards/board-reader.ts';
import type { Rules } from '../../rooms/tick/apply-inbox.ts';
import type { Person as Sender } from '../../rooms/presence/seat.ts';
import type { BoardRecord, DocKey, ParticipantRecord } from '../../storage/storage.ts';
import type { PrivateDoc, HiddenWorkParts } from '../private/private-docs.ts';
import { promisedBy } from './write-phase.ts';
import { mayHoldNotes, writersAmong } from './written-for.ts';

type Agenda = Pick<Session, 'agenda' | 'phase' | 'revealed'>;

/** Boards whose agenda is kept at hand; of others drafts are promised with the next count. */
const BOARDS_MAX = 2000;

/** What the agendas of boards in use promise now, at hand where nothing can be waited for. */
export class PromisesNow {
  readonly #agendas = new Map<string, Agenda>();
  readonly #marks = new Map<string, readonly unknown[]>();

  of(board: string): Agenda | null {
    return this.#agendas.get(board) ?? null;
  }

  note(board: string, { agenda, phase, revealed }: Agenda): void {
    this.#agendas.delete(board);
    this.#agendas.set(board, { agenda, phase, revealed });
    const [oldest] = this.#agendas.keys();
    if (this.#agendas.size <= BOARDS_MAX || oldest === undefined) return;
    this.#agendas.delete(oldest);
    this.#marks.delete(oldest);
  }

  /** The same from the document, read only where it says something else than the last time. */
  noteFrom(board: string, doc: PrivateDoc): void {
    const marks = agendaMarks(doc);
    const before = this.#marks.get(board);
    if (before !== undefined && this.#agendas.has(board) && marks.every((mark, at) => mark === before[at]))
      return;
    this.#marks.set(board, marks);
    this.note(board, readSession(doc));
  }
}

/**
 * The rules of a document, and with them what was promised: it is stored with a draft in the same change in which the
 * draft arrives, so that no command can come in between.
 */
export function promising(
  rules: Rules,
  { board, owner }: DocKey,
  { now, senders }: { readonly now: PromisesNow; readonly senders: () => Iterable<Sender> },
): Rules {
  return {
    ...rules,
    complete(doc) {
      rules.complete(doc);
      if (owner === '') return now.noteFrom(board, doc);
      const agenda = now.of(board);
      const sender = [...senders()].find(({ participant }) => participant === owner);
      if (agenda === null || sender === undefined) return undefined;
      promiseDrafts(doc, (draft) => (isForOther(draft, sender) ? null : promiseFor(draft, sender, agenda)));
      return undefined;
    },
  };
}

/**
 * Stores with every draft that has no promise yet, or was promised less strictly than its phase does now, what is
 * promised now. Call it in turn, before agenda or people change. `whose`: in whose private documents; left out: all
 * people's.
 */
export async function promiseWaiting(
  parts: HiddenWorkParts & { readonly promises: PromisesNow },
  board: BoardRecord,
  whose: (person: ParticipantRecord) => boolean = () => true,
): Promise<void> {
  const { boardHost, storage, promises } = parts;
  const session = await withBoard(boardHost, board, (room) => room.read(readSession));
  promises.note(board.id, session);
  const people = await storage.participants(board.id);
  const owners = new Map(people.filter(mayHoldNotes).map((person) => [person.id, person]));
  const writerOf = writersAmong(people);
  const docs = (await storage.privateDocs(board.id)).map(async (key) => {
    const owner = owners.get(key.owner);
    if (owner === undefined || !whose(owner)) return;
    const promise = (privateDoc: PrivateDoc, dry: boolean) =>
      promiseDrafts(
        privateDoc,
        (draft) => {
          const writer = writerOf({ for: typeof draft.for === 'string' ? draft.for : null }, owner);
          return promiseFor(draft, writer ?? { unit: '', name: '' }, session);
        },
        dry,
      );
    await boardHost(board.id).lend(key, async (opened) => {
      if (opened.ok && (await opened.room.read((privateDoc) => promise(privateDoc, true))) > 0)
        await opened.room.edit((privateDoc) => promise(privateDoc, false));
    });
  });
  await Promise.all(docs);
}

/** Null for a draft whose promise stays as it is: its phase has gone from the agenda and promises nothing new. */
function promiseFor(
  draft: DraftToPromise,
  { unit, name }: Pick<ParticipantRecord, 'unit' | 'name'>,
  agenda: Agenda,
): DraftPromise | null {
  const phase = typeof draft.phase === 'string' ? draft.phase : null;
  if (draft.promise !== null && !agenda.agenda.some(({ id }) => id === phase)) return null;
  return { identity: promisedBy({ phase }, agenda), unit, name };
}

/** What a facilitator writes for another person is promised with the next count, which knows that person. */
function isForOther(draft: DraftToPromise, { participant, role }: Sender): boolean {
  return role === 'facilitator' && typeof draft.for === 'string' && draft.for !== participant;
}
