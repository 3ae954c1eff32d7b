import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createTranscript } from './transcript.ts';

const HIDDEN = 'the “real” reason: nobody asked';

function syncFrame(update: Uint8Array, step: number): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, 0);
  writeVarUint(encoder, step);
  writeVarUint8Array(encoder, update);
  return toUint8Array(encoder);
}

function typed(text: string, atOnce: number) {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const drafts = doc.getText('drafts');
  for (let at = 0; at < text.length; at += atOnce) drafts.insert(at, text.slice(at, at + atOnce));
  return { doc, updates };
}

describe('a transcript sees', () => {
  it('text in a JSON answer, quotes and all', () => {
    const transcript = createTranscript();
    transcript.add(JSON.stringify({ notes: [{ text: 'he said "no" twice' }] }));
    expect(transcript.saw('he said "no" twice')).toBe(true);
    expect(transcript.saw('he said yes')).toBe(false);
  });

  it('text inside binary frames of any kind', () => {
    const transcript = createTranscript();
    transcript.add(Buffer.concat([Buffer.from([104, 1, 255]), Buffer.from(HIDDEN), Buffer.from([0])]));
    expect(transcript.saw(HIDDEN)).toBe(true);
  });

  it.each([
    ['pasted', 1000],
    ['typed letter by letter', 1],
    ['typed in pieces', 3],
  ])('text that was %s', (_, atOnce) => {
    const transcript = createTranscript();
    for (const update of typed(HIDDEN, atOnce).updates) transcript.add(syncFrame(update, 2));
    expect(transcript.saw(HIDDEN)).toBe(true);
    expect(transcript.saw('nobody answered')).toBe(false);
  });

  it('typed text whose frames came out of order, some of them twice', () => {
    const transcript = createTranscript();
    const { updates } = typed(HIDDEN, 1);
    for (const update of [...updates.toReversed(), ...updates]) transcript.add(syncFrame(update, 2));
    expect(transcript.saw(HIDDEN)).toBe(true);
  });

  it('typed text of which a first part came merged and the rest letter by letter', () => {
    const transcript = createTranscript();
    const { updates } = typed(HIDDEN, 1);
    transcript.add(syncFrame(Y.mergeUpdates(updates.slice(0, 10)), 1));
    for (const update of updates.slice(5)) transcript.add(syncFrame(update, 2));
    expect(transcript.saw(HIDDEN)).toBe(true);
  });

  it('text in the answer to a first sync, and values of maps', () => {
    const { doc } = typed(HIDDEN, 1);
    doc.getMap('ballots').set('choice', 'option seven');
    const transcript = createTranscript();
    transcript.add(syncFrame(Y.encodeStateAsUpdate(doc), 1));
    expect(transcript.saw(HIDDEN)).toBe(true);
    expect(transcript.saw('option seven')).toBe(true);
  });
});

it('survives frames that only look like updates', () => {
  const transcript = createTranscript();
  transcript.add(Uint8Array.of(0, 2, 3, 255, 255, 255));
  transcript.add(Uint8Array.of(0));
  transcript.add('');
  expect(transcript.size()).toBe(3);
  expect(transcript.saw(HIDDEN)).toBe(false);
});
