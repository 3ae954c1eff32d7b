import { DRAFTS_MAX, readDrafts, readSession, revealDrafts, writeSession } from '@coherence/board';
import type { Draft, DraftsOf, Identity, Session } from '@coherence/board';
import { withBoard } from '../../boards/board-reader.ts';
import type { BoardRecord, ParticipantRecord } from '../../storage/storage.ts';
import { finishEarlier, withAftermath } from '../private/aftermath.ts';
import type { Chore } from '../private/aftermath.ts';
import { NOTHING_WRITTEN } from './count-writing.ts';
import { chance } from '../chance.ts';
import { lookIntoPrivate } from '../private/private-docs.ts';
import type { Looked, SessionParts } from '../private/private-docs.ts';
import { hasWords, identityOf, phaseKeyOf, writePhaseOf } from './write-phase.ts';
import { mayHoldNotes, writersAmong } from './written-for.ts';
import type { WriterOf } from './written-for.ts';

interface RevealWhat {
  /** Only what was written in this phase. */
  readonly phase?: string | undefined;
  /** Only what one person asks for that came after their phase was revealed. */
  readonly late?: { readonly participant: string; readonly drafts: readonly string[] };
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface Revealed {
  readonly revealed: number;
  /** Private documents that could not be read; what is in them stays there. */
  readonly unread: number;
}

/**
 * Brings drafts onto the board, all of them in one change with new ids in a shuffled order, and takes them out of
 * the private documents; where no names were promised nothing is left there of what was. What one document holds beyond `DRAFTS_MAX`, which no
 * honest client writes, waits for the next reveal. Call it in turn.
 */
export async function reveal(
  parts: SessionParts,
  board: BoardRecord,
  { phase, late, now }: RevealWhat,
): Promise<Revealed> {
  await finishEarlier(parts, board);
  const session = await withBoard(parts.registry, board, (room) => room.read(readSession));
  const phaseOf = (draft: Draft) => phaseKeyOf(draft, session);
  const isMeant = (draft: Draft) =>
    hasWords(draft) &&
    (phase === undefined || phaseOf(draft) === phase) &&
    (late === undefined ||
      (late.drafts.includes(draft.id) && Object.hasOwn(session.revealed, phaseOf(draft))));
  const isAsked = (person: ParticipantRecord) =>
    mayHoldNotes(person) && (late === undefined || person.id === late.participant);
  const { looked, unread } = await lookIntoPrivate(parts, board.id, readDrafts, isAsked);
  const writerOf = writersAmong(await parts.storage.participants(board.id));
  const found = looked
    .map((one) => ({
      ...one,
      value: one.value
        .filter((draft) => isMeant(draft) && writerOf(draft, one.person) !== null)
        .slice(0, DRAFTS_MAX),
    }))
    .filter(({ value }) => value.length > 0);
  const drafts = found.flatMap(({ value }) => value);
  if (late !== undefined && drafts.length === 0) return { revealed: 0, unread };
  const marks = new Set(drafts.map(phaseOf));
  if (late === undefined) marks.add(phase ?? writePhaseOf(session)?.id ?? 'none');
  const isAnonymous = drafts.some((draft) => identityOf(draft, session) === 'anonymous');
  const chore: Chore = {
    marks: [...marks],
    at: now,
    round: null,
    drafts: Object.fromEntries(found.map(({ person, value }) => [person.id, wordsOf(value)])),
    erase: !isAnonymous ? 'nobody' : late === undefined ? 'everybody' : 'writers',
  };
  const noted = Object.fromEntries(chore.marks.map((mark) => [mark, now]));
  const revealed = await withAftermath(parts, board, chore, () =>
    withBoard(parts.registry, board, (room) =>
      room.edit((doc) => {
        let count = 0;
        for (const [identity, people] of byIdentity(found, session, writerOf)) {
          count += revealDrafts(doc, people, identity, chance);
        }
        writeSession(doc, { revealed: { ...readSession(doc).revealed, ...noted } });
        if (late === undefined) writeSession(doc, { writing: NOTHING_WRITTEN });
        return count;
      }),
    ),
  );
  return { revealed, unread };
}

function wordsOf(drafts: readonly Draft[]): Record<string, string> {
  return Object.fromEntries(drafts.map(({ id, text }) => [id, text]));
}

function byIdentity(
  found: readonly Looked<readonly Draft[]>[],
  session: Session,
  writerOf: WriterOf,
): ReadonlyMap<Identity, readonly DraftsOf[]> {
  const groups = new Map<Identity, DraftsOf[]>();
  for (const { person, value } of found) {
    for (const draft of value) {
      const identity = identityOf(draft, session);
      const writer = writerOf(draft, person);
      const group = groups.get(identity) ?? [];
      group.push({ unit: writer?.unit || null, name: writer?.name || null, drafts: [draft] });
      groups.set(identity, group);
    }
  }
  return groups;
}
