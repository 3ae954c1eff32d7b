import { createDecoder, hasContent, readVarUint, readVarUint8Array } from 'lib0/decoding';
import * as Y from 'yjs';

const SYNC_MESSAGE = 0;
const STEPS_WITH_AN_UPDATE = [1, 2];

/** Everything one party received, and whether a text is anywhere in it. */
interface Transcript {
  readonly add: (received: string | Uint8Array) => void;
  readonly saw: (text: string) => boolean;
  readonly size: () => number;
}

/** The update inside a y-protocols sync frame, if that is what the bytes are. */
function updateIn(bytes: Uint8Array): Uint8Array | undefined {
  try {
    const decoder = createDecoder(bytes);
    if (readVarUint(decoder) !== SYNC_MESSAGE) return undefined;
    if (!STEPS_WITH_AN_UPDATE.includes(readVarUint(decoder))) return undefined;
    const update = readVarUint8Array(decoder);
    return hasContent(decoder) ? undefined : update;
  } catch {
    return undefined;
  }
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate>['structs'] {
  try {
    return Y.decodeUpdate(update).structs;
  } catch {
    return [];
  }
}

/**
 * Collects what arrived. Text is searched in the raw bytes (UTF-8, as JSON and Yjs write it) and, because a person who
 * types sends one character a frame, also in what each Yjs client wrote, put together in the order of its clock.
 */
export function createTranscript(): Transcript {
  const raw: Buffer[] = [];
  /** Client id -> clock -> letter: one clock tick per letter, however the updates were cut and merged. */
  const written = new Map<number, Map<number, string>>();

  const addUpdate = (update: Uint8Array) => {
    for (const struct of decode(update)) {
      if (!('content' in struct) || !(struct.content instanceof Y.ContentString)) continue;
      const { client, clock } = struct.id;
      const letters = written.get(client) ?? new Map<number, string>();
      for (let at = 0; at < struct.length; at += 1) letters.set(clock + at, struct.content.str.charAt(at));
      written.set(client, letters);
    }
  };

  const inOrder = (letters: Map<number, string>) =>
    [...letters]
      .toSorted(([a], [b]) => a - b)
      .map(([, letter]) => letter)
      .join('');

  return {
    add: (received) => {
      const bytes = Buffer.from(received);
      raw.push(bytes);
      const update = updateIn(bytes);
      if (update !== undefined) addUpdate(update);
    },
    saw: (text) => {
      const escaped = JSON.stringify(text).slice(1, -1);
      return (
        raw.some((bytes) => bytes.includes(text) || bytes.includes(escaped)) ||
        [...written.values()].some((letters) => inOrder(letters).includes(text))
      );
    },
    size: () => raw.length,
  };
}
