import { PLAIN_DRAFT, sessionSchema } from '@coherence/board';
import type { Anonymity } from '@coherence/board';
import { describe, expect, it } from 'vitest';
import type { ParticipantRecord } from '../../storage/storage.ts';
import { countWriting } from './count-writing.ts';

const session = (identity: Anonymity, revealed: Record<string, number> = {}) =>
  sessionSchema.parse({
    agenda: [{ id: 'p1', kind: 'write', title: 'Write', identity }],
    phase: { id: 'p1', startedAt: 0 },
    revealed,
  });
const person = (id: string, unit: string): ParticipantRecord => ({
  id,
  unit,
  board: 'b',
  name: id,
  role: 'participant',
  createdAt: 0,
  removed: false,
});
/** Notes of one person, on their own device. */
const notes = (writer: ParticipantRecord, count: number, over = {}) =>
  Array.from({ length: count }, () => ({
    owner: writer,
    writer,
    draft: { ...PLAIN_DRAFT, phase: 'p1', ...over },
  }));
const [ann, bob, cy, di] = [person('ann', 'si'), person('bob', 'si'), person('cy', 'fp'), person('di', '')];

describe('[COUNT1] counts', () => {
  it('are sums by unit, and name no unit that gave nothing', () => {
    const waiting = [...notes(ann, 3), ...notes(bob, 1), ...notes(di, 2)];
    expect(countWriting(waiting, [ann, cy], session('unit'))).toEqual({
      drafts: { si: 4, '': 2 },
      people: { si: 2, '': 1 },
      done: { si: 1, fp: 1 },
    });
  });

  it('[FLOOR5] of notes without a unit are one number, while who is done stays exact', () => {
    const waiting = [...notes(ann, 3), ...notes(bob, 1), ...notes(cy, 1)];
    expect(countWriting(waiting, [ann, cy], session('anonymous'))).toEqual({
      drafts: { '': 5 },
      people: { '': 3 },
      done: { si: 1, fp: 1 },
    });
  });

  it('[FLOOR5] of fewer than three without a name say only that there are some, also of a note with a name', () => {
    const waiting = [...notes(ann, 3), ...notes(bob, 1), ...notes(cy, 1, { show: 'named' })];
    expect(countWriting(waiting, [], session('anonymous'))).toEqual({
      drafts: {},
      people: {},
      done: {},
      few: true,
    });
  });

  it('[FLOOR5] of such notes after the reveal say nothing', () => {
    const late = session('anonymous', { p1: 5 });
    expect(countWriting(notes(ann, 1), [], late)).toEqual({ drafts: {}, people: {}, done: {} });
  });
});
