import { FRAME_LIMITS } from '@coherence/protocol';
import type { Person } from './seat.ts';

/** What one tab says of itself, as others may see it. */
export interface PresenceState {
  readonly bytes: Uint8Array;
  /** The same without a cursor; null when it has none. */
  readonly withoutCursor: Uint8Array | null;
  /** All clients should see this cursor: a facilitator's, or one that points. */
  readonly leads: boolean;
}

/**
 * Reads the state a tab sent and puts in who it really is, whatever it says: participant, role and unit always, and
 * the name they joined with unless it gives none. Null for what is no JSON object, which stock clients would stumble
 * over, and for what would be longer than clients accept.
 */
export function readPresenceState(bytes: Uint8Array, person: Person): PresenceState | null {
  const said = parse(bytes);
  if (said === null) return null;
  const { participant, role } = person;
  const name = typeof said['name'] === 'string' && person.name !== '' ? person.name : null;
  const unit = person.unit === '' ? null : person.unit;
  const state = { ...said, participantId: participant, role, unit, name };
  const stamped = encode(state);
  if (stamped.length > FRAME_LIMITS.maxAwarenessState) return null;
  const hasCursor = said['cursor'] !== undefined && said['cursor'] !== null;
  return {
    bytes: stamped,
    withoutCursor: hasCursor ? encode({ ...state, cursor: null }) : null,
    leads: role === 'facilitator' || said['pointing'] === true,
  };
}

function parse(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function encode(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
