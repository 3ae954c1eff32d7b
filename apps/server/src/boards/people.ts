import { type Role, may } from '@coherence/protocol';
import { newId } from '@coherence/board';
import { ApiError } from '../errors.ts';
import { hashToken, newToken } from '../auth/secrets.ts';
import type { BoardHostOf, BoardSeat } from './board-host.ts';
import type { Directory, ParticipantRecord } from '../storage/storage.ts';

/** People a board can have at a time: far more than a room, and few enough to count. */
export const PEOPLE_MAX = 1000;

/** Throws `board-full` where no other person fits. */
export function checkRoom(people: readonly Pick<ParticipantRecord, 'removed'>[]): void {
  const here = people.filter(({ removed }) => !removed);
  if (here.length >= PEOPLE_MAX) throw new ApiError('board-full');
}

export interface NewPerson {
  readonly board: string;
  readonly name: string;
  readonly unit: string;
  readonly role: Role;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** A person and the token of their first device; nothing is stored yet. */
export function makePerson(
  person: NewPerson,
  token = newToken(),
): { participant: ParticipantRecord; token: string } {
  const participant = { ...person, id: newId(), removed: false };
  return { participant, token };
}

/** Stores a new person with their first token. */
export async function addPerson(
  directory: Directory,
  person: NewPerson,
  token?: string,
): Promise<{ participant: ParticipantRecord; token: string }> {
  const made = makePerson(person, token);
  await directory.putParticipant(made.participant);
  await directory.addToken(hashToken(made.token), made.participant.id);
  return made;
}

/** Stores a person for whom others write and vote until they have a device of their own. */
export async function addPersonWithoutDevice(
  directory: Directory,
  person: NewPerson,
): Promise<ParticipantRecord> {
  const { participant } = makePerson(person);
  await directory.putParticipant(participant);
  return participant;
}

/** Another token for a person who is here already: their second device. */
export async function addDevice(directory: Directory, participant: string): Promise<string> {
  const token = newToken();
  await directory.addToken(hashToken(token), participant);
  return token;
}

/** Every open connection of a person, to the board and to their private document. */
export function seatsOf(boardHost: BoardHostOf, person: ParticipantRecord): BoardSeat[] {
  return boardHost(person.board)
    .seats()
    .filter(({ seat }) => seat.person.participant === person.id);
}

/**
 * Stores what a person is now, and lets it hold on all their connections at once. The unit they leave is remembered:
 * what they wrote for it, offline perhaps, is still theirs to send.
 */
export async function changePerson(
  { storage, boardHost }: { readonly storage: Directory; readonly boardHost: BoardHostOf },
  changed: ParticipantRecord,
): Promise<void> {
  const before = await storage.participant(changed.id);
  const person = { ...changed, ...unitsBehind(before, changed.unit) };
  await storage.putParticipant(person);
  for (const { seat, isPrivate } of seatsOf(boardHost, person)) {
    if (isPrivate && !may(person.role, 'write')) seat.close('not-allowed');
    else seat.become(person);
  }
}

function unitsBehind(before: ParticipantRecord | null, unit: string): Pick<ParticipantRecord, 'unitsBefore'> {
  const { unitsBefore = [], unit: left = '' } = before ?? {};
  const behind = left === '' || left === unit ? unitsBefore : [...new Set([...unitsBefore, left])];
  return behind.length === 0 ? {} : { unitsBefore: behind };
}
