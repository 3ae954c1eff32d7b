import {
  decodeFrame,
  encodeAwareness,
  encodeHello,
  encodeSyncStep1,
  encodeSyncStep2,
  encodeUpdateFrame,
  type Role,
} from '@coherence/protocol';
import * as Y from 'yjs';
import type { ManualClock } from '../../time/manual-clock.ts';
import { fingerprint, key, openHarness, Tab } from './room-harness.ts';
import type { Room } from '../room.ts';
import { randomFrom } from '@coherence/board/testing';

/** What became of an attack. Every field but `frames` should be 0 or empty. */
interface Damage {
  readonly frames: number;
  /** Frames after which the document had other bytes though nothing was stored, or the attacker may not write. */
  readonly changed: number;
  readonly problems: readonly string[];
}

type Pick = (count: number) => number;
const BATCH = 25;
/** Lengths that look honest and are not. */
const HUGE = [
  Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f),
  Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f),
  Uint8Array.of(0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01),
];

/**
 * Sends `frames` frames, honest ones broken at random, as a person of `role`, while another person works on. An
 * observer must leave the document byte for byte as it was; a role that may write can hit upon a valid edit.
 */
export async function attack(seed: number, frames: number, role: Role): Promise<Damage> {
  const random = randomFrom(seed).next;
  const pick: Pick = (count) => Math.floor(random() * count);
  const { clock, registry, room, tab, storedDoc } = await openHarness();
  const victim = tab('victim');
  for (let index = 0; index < 12; index += 1) victim.doc.getMap('notes').set(`n${index}`, `note ${index}`);
  await clock.advance(100);
  const honest = honestFrames(victim.doc);
  const problems: string[] = [];
  let changed = 0;
  let attacker = new Tab(room, clock, 'mallory', role);

  for (let sent = 0; sent < frames; sent += BATCH) {
    const [before, seq] = [await bytesOf(room, clock), room.seq];
    for (let index = 0; index < BATCH; index += 1) {
      if (attacker.seat.closed) {
        attacker.leave(true);
        attacker = new Tab(room, clock, 'mallory', role);
      }
      deliver(room, attacker, mutate(honest[pick(honest.length)] ?? new Uint8Array(), pick));
    }
    const after = await bytesOf(room, clock);
    if ((role === 'observer' || room.seq === seq) && !after.equals(before)) changed += 1;
    attacker.peer.frames.length = 0;
    if (sent % 1_000 === 0) {
      victim.doc.getMap('notes').set('n0', `at ${sent}`);
      await clock.advance(100);
      if (victim.acked !== victim.counted)
        problems.push(`frame ${sent}: the victim's edit is not acknowledged`);
      if (storedDoc().getMap('notes').get('n0') !== `at ${sent}` && role === 'observer') {
        problems.push(`frame ${sent}: the victim's edit is not stored`);
      }
      victim.peer.frames.splice(0, victim.peer.frames.length - 50);
    }
  }
  attacker.leave();
  await clock.advance(20_000);
  if (victim.peer.closedWith !== null) problems.push(`the victim was closed: ${victim.peer.closedWith}`);
  if (registry.peek(key) !== room) problems.push('the room broke');
  const stored = fingerprint(storedDoc());
  if ((await room.read(fingerprint)) !== stored) problems.push('the room and the disk differ');
  if (fingerprint(tab('newcomer').doc) !== stored) problems.push('a newcomer sees something else');
  return { frames, changed, problems };
}

/** As a connection would: what cannot be read ends it. */
function deliver(room: Room, attacker: Tab, frame: Uint8Array): void {
  const decoded = decodeFrame(frame);
  if (decoded.ok) room.receive(attacker.seat, decoded.value);
  else attacker.seat.close('malformed');
}

async function bytesOf(room: Room, clock: ManualClock): Promise<Buffer> {
  await clock.advance(60);
  return room.read((doc) => Buffer.from(Y.encodeStateAsUpdate(doc)));
}

function honestFrames(victim: Y.Doc): Uint8Array[] {
  const state = Y.encodeStateAsUpdate(victim);
  const writer = new Y.Doc();
  Y.applyUpdate(writer, state);
  const frames: Uint8Array[] = [];
  writer.on('update', (update: Uint8Array) => frames.push(encodeUpdateFrame(update)));
  writer.getMap('notes').set('mine', new Y.Map([['text', new Y.Text('words')]]));
  writer.getMap('notes').set('n1', { deep: [[[[1]]]] });
  writer.getMap('notes').delete('n2');
  writer.getMap('session').set('paused', true);
  writer.getMap('elsewhere').set('a', 1);
  const presence = { clientId: writer.clientID, clock: 1, stateBytes: new TextEncoder().encode('{"a":1}') };
  return [
    ...frames,
    encodeSyncStep1(Y.encodeStateVector(writer)),
    encodeSyncStep2(Y.encodeStateAsUpdate(writer)),
    encodeUpdateFrame(state),
    encodeAwareness([presence]),
    encodeHello({ protocol: 1, generation: 0, limits: null }),
  ];
}

function mutate(frame: Uint8Array, pick: Pick): Uint8Array {
  const bytes = frame.slice();
  const at = pick(bytes.length);
  switch (pick(6)) {
    case 0:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << pick(8));
      return bytes;
    case 1:
      return bytes.subarray(0, at);
    case 2:
      return joined(bytes.subarray(0, at), HUGE[pick(HUGE.length)] ?? bytes, bytes.subarray(at + 1));
    case 3:
      return joined(
        bytes.subarray(0, at),
        Uint8Array.from({ length: 1 + pick(12) }, () => pick(256)),
      );
    case 4:
      return joined(bytes.subarray(0, at), bytes.subarray(pick(bytes.length)));
    default:
      for (let index = 0; index < 3; index += 1) bytes[pick(bytes.length)] = pick(256);
      return bytes;
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
