import { sessionSchema } from '@coherence/board';
import { z } from 'zod';
import { ROLES } from '../../role.ts';
import { nameBody, neededNameBody } from '../given-words.ts';
import { idBody } from '../id.ts';
import { command } from './command.ts';

const participantId = idBody;
/** An id of a unit, its name, a new name, or nothing for none. */
const unit = nameBody;

/** Who is on the board, in which unit and role. */
export const PEOPLE_COMMANDS = {
  'add-person': command({
    says: 'Adds a person without a device, in a unit: its id, its name or a new name.',
    body: z.object({ name: neededNameBody, unit: unit.default('') }),
    answer: z.object({ participantId: z.string() }),
    codes: ['board-full', 'no-such-unit'],
  }),
  'rename-person': command({
    says: 'Gives a person another name.',
    body: z.object({ participantId, name: neededNameBody }),
    answer: z.object({ participantId: z.string(), name: z.string() }),
    codes: ['no-such-person'],
  }),
  'move-person': command({
    says: 'Puts a person into another unit: its id, its name, a new name, or "" for none.',
    body: z.object({ participantId, unit }),
    answer: z.object({ participantId: z.string(), unit: z.string() }),
    codes: ['no-such-person', 'no-such-unit'],
  }),
  'set-role': command({
    says: 'Gives another person another role.',
    body: z.object({ participantId, role: z.enum(ROLES) }),
    answer: z.object({ participantId: z.string(), role: z.enum(ROLES) }),
    codes: ['no-such-person', 'not-allowed'],
  }),
  'remove-person': command({
    says: 'Removes another person: their devices are let go and let in no more.',
    body: z.object({ participantId }),
    answer: z.object({}),
    codes: ['no-such-person', 'not-allowed'],
  }),
  'pair-person': command({
    says: 'Numbers with which somebody who was added without a device can join from one.',
    body: z.object({ participantId }),
    answer: z.object({ pair: z.string(), validSeconds: z.int() }),
    codes: ['no-such-person', 'not-allowed', 'too-many-tries'],
  }),
  'merge-units': command({
    says: 'Makes one unit of two; both are ids.',
    body: z.object({ from: idBody, into: idBody }),
    answer: z.object({ from: z.string(), into: z.string(), people: z.int() }),
    codes: ['no-such-unit'],
  }),
  'set-expected': command({
    says: 'Says who is expected.',
    body: z.object({ expected: sessionSchema.shape.expected }),
    answer: z.object({ expected: z.int() }),
    codes: [],
  }),
} as const;
