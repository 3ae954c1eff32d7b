import { hasVisibleSign, mergeUnits, writeSession } from '@coherence/board';
import type { PEOPLE_COMMANDS as DECLARED } from '@coherence/protocol/http';
import { ApiError, refusedFor } from '../errors.ts';
import type { ParticipantRecord } from '../storage/storage.ts';
import { withBoard } from '../boards/board-reader.ts';
import type { CommandContext, Handlers } from './command.ts';
import { addPersonWithoutDevice, changePerson, checkRoom, seatsOf } from '../boards/people.ts';
import { unitIdFor } from '../boards/unit-choice.ts';
import { promiseWaiting } from '../hidden-work/writing/promises.ts';

/** Who is on the board, in which unit and role. */
export const PEOPLE_COMMANDS: Handlers<typeof DECLARED> = {
  'add-person': async (context, input) => {
    const { board, boardHost, storage } = context;
    checkRoom(await storage.participants(board.id));
    const added = await addPersonWithoutDevice(storage, {
      board: board.id,
      name: input.name,
      unit: await unitIdFor(boardHost, board, input.unit, 'facilitator'),
      role: 'participant',
      createdAt: context.now,
    });
    context.sessionCounts.peopleChanged(board.id);
    return { participantId: added.id };
  },

  'rename-person': async (context, input) => {
    await change(context, await personOf(context, input.participantId), { name: input.name });
    return { participantId: input.participantId, name: input.name };
  },

  'move-person': async (context, input) => {
    const person = await personOf(context, input.participantId);
    const to = await unitIdFor(context.boardHost, context.board, input.unit, 'facilitator');
    await change(context, person, { unit: to });
    return { participantId: person.id, unit: to };
  },

  'set-role': async (context, input) => {
    const person = await personOf(context, input.participantId);
    if (person.id === context.by.id) throw refusedFor('own-role');
    await change(context, person, { role: input.role });
    return { participantId: person.id, role: input.role };
  },

  'remove-person': async (context, { participantId }) => {
    const person = await personOf(context, participantId);
    if (person.id === context.by.id) throw refusedFor('own-removal');
    await context.storage.putParticipant({ ...person, removed: true });
    for (const { seat } of seatsOf(context.boardHost, person)) seat.close('not-allowed');
    context.sessionCounts.peopleChanged(context.board.id);
    return {};
  },

  /** For a person who was added without a device and has found one. A person with a device shows the numbers there. */
  'pair-person': async (context, { participantId }) => {
    const person = await personOf(context, participantId);
    const withDevice = await context.storage.participantsWithDevice(context.board.id);
    if (withDevice.includes(person.id)) {
      throw refusedFor('has-device');
    }
    const started = context.pairings.start(context.board.id, person.id, context.address);
    if (started === null) throw new ApiError('too-many-tries');
    return started;
  },

  'merge-units': async (context, { from, into }) => {
    const { board, sessionCounts, boardHost, storage } = context;
    const merged = await withBoard(boardHost, board, (room) =>
      room.edit((doc) => mergeUnits(doc, from, into)),
    );
    if (!merged.ok) throw new ApiError('no-such-unit', { kind: 'board', failure: merged.error });
    const people = (await storage.participants(board.id)).filter((person) => person.unit === from);
    for (const person of people) await changePerson(context, { ...person, unit: into });
    sessionCounts.peopleChanged(board.id);
    return { from, into, people: people.filter(({ removed }) => !removed).length };
  },

  'set-expected': async (context, input) => {
    const { board, boardHost } = context;
    const expected = input.expected.filter(({ name }) => hasVisibleSign(name));
    await withBoard(boardHost, board, (room) => room.edit((doc) => writeSession(doc, { expected })));
    return { expected: expected.length };
  },
};

async function change(
  context: CommandContext,
  person: ParticipantRecord,
  wanted: Partial<Pick<ParticipantRecord, 'name' | 'unit' | 'role'>>,
): Promise<void> {
  const { board, sessionCounts } = context;
  const changed = { ...person, ...wanted };
  if (changed.unit === person.unit && changed.name === person.name) await changePerson(context, changed);
  else
    await sessionCounts.inTurn(board.id, async () => {
      await promiseBefore(context, ({ id: owner }) => owner === person.id);
      await changePerson(context, changed);
    });
  sessionCounts.peopleChanged(board.id);
}

/**
 * What a person has written is shown with the unit and name they had: it is stored before these change, also with what a
 * facilitator wrote for them.
 */
function promiseBefore(
  context: CommandContext,
  isChanged: (person: ParticipantRecord) => boolean,
): Promise<void> {
  const whose = (person: ParticipantRecord) => isChanged(person) || person.role === 'facilitator';
  return promiseWaiting({ ...context, promises: context.sessionCounts.promises }, context.board, whose);
}

async function personOf(
  { storage, board }: CommandContext,
  participantId: string,
): Promise<ParticipantRecord> {
  const person = await storage.participant(participantId);
  if (person === null || person.board !== board.id || person.removed) throw new ApiError('no-such-person');
  return person;
}
