import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBoard } from '../create.ts';
import {
  addDraft,
  putBackDrafts,
  markShown,
  placeDraft,
  readDrafts,
  removeDrafts,
  writeDraft,
} from '../private/draft.ts';
import { gridOf } from '../projections/grid.ts';
import { readSnapshot } from '../snapshot.ts';
import { randomFrom } from '../testing/replicas.ts';
import { revealDrafts } from './reveal.ts';
import { phaseSchema } from '../schema/phase.ts';
import { currentPhase, readSession, writeSession } from './session.ts';

function board(): Y.Doc {
  const made = createBoard({ title: 'T', units: [{ name: 'Teaching', id: 'tl' }] });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

const WRITE = { id: 'p1', kind: 'write', title: 'Write alone' } as const;

describe('session', () => {
  it('[SESSION1] reads back what the server wrote, and defaults for what does not fit', () => {
    const doc = board();
    expect(readSession(doc)).toMatchObject({ phase: null, paused: false, agenda: [], round: null });
    writeSession(doc, {
      paused: true,
      agenda: [phaseSchema.parse({ ...WRITE, minutes: 12 })],
    });
    writeSession(doc, { phase: { id: 'p1', startedAt: 5, endsAt: null } });
    expect(currentPhase(readSession(doc))?.minutes).toBe(12);
    doc.getMap('session').set('paused', 'very');
    expect(readSession(doc)).toMatchObject({ paused: false, phase: { id: 'p1' } });
  });

  it('[AIM1] reads where the wall points, also as an older server wrote it', () => {
    const doc = board();
    const target = { row: 'interfering', column: 'roles', page: 2 } as const;
    writeSession(doc, {
      show: { what: 'grid', target },
      bring: { view: 'map', target: { record: 'f1' }, at: 3 },
    });
    expect(readSession(doc)).toMatchObject({ show: { target }, bring: { target: { record: 'f1' } } });
    doc.getMap('session').set('show', { what: 'grid', target: 'interfering/roles/page:2' });
    expect(readSession(doc).show).toEqual({ what: 'grid', target });
    doc.getMap('session').set('bring', { view: 'map', target: { page: 0 }, at: 3 });
    expect(readSession(doc).bring).toEqual({ view: 'map', target: null, at: 3 });
  });
});

describe('drafts', () => {
  it('[DRAFT1] are written, placed and removed in a private document', () => {
    const privateDoc = new Y.Doc();
    const first = addDraft(privateDoc, { text: 'Unclear roles', at: 2, phase: 'p1' });
    addDraft(privateDoc, { text: 'No calendar', at: 1, row: 'interfering', column: 'roles' });
    expect(readDrafts(privateDoc).map(({ text }) => text)).toEqual(['No calendar', 'Unclear roles']);
    const id = first.ok ? first.value : '';
    placeDraft(privateDoc, id, 'integrative', 'strategies');
    expect(readDrafts(privateDoc)[1]).toMatchObject({
      row: 'integrative',
      column: 'strategies',
      phase: 'p1',
    });
    removeDrafts(privateDoc, [id]);
    expect(readDrafts(privateDoc)).toHaveLength(1);
  });

  it('[DRAFT3] are rewritten by the smallest edit, and put back as they were', () => {
    const privateDoc = new Y.Doc();
    const added = addDraft(privateDoc, { text: 'Unclear roles', at: 2, phase: 'p1', row: 'interfering' });
    const id = added.ok ? added.value : '';
    const before = Y.encodeStateVector(privateDoc);
    writeDraft(privateDoc, id, 'Unclear and doubled roles');
    const sent = String.fromCharCode(...Y.encodeStateAsUpdate(privateDoc, before));
    expect(sent).toContain('and doubled ');
    expect(sent).not.toContain('Unclear');
    const kept = readDrafts(privateDoc);
    removeDrafts(privateDoc, [id]);
    expect(writeDraft(privateDoc, id, 'x').ok).toBe(false);
    putBackDrafts(privateDoc, kept);
    expect(readDrafts(privateDoc)).toEqual(kept);
    expect(writeDraft(privateDoc, id, 'x'.repeat(2001)).ok).toBe(false);
  });

  it('[DRAFT3] of another copy lose no words to what is there, however often they come', () => {
    const there = new Y.Doc();
    const ids = ['Silos', 'No calendar at all', 'Roles', 'Same'].map((text, at) => {
      const added = addDraft(there, { text, at });
      return added.ok ? added.value : '';
    });
    const away = new Y.Doc();
    Y.applyUpdate(away, Y.encodeStateAsUpdate(there));
    for (const [at, text] of ['Silos grow', 'No calendar', 'Rules', 'Same'].entries()) {
      writeDraft(away, ids[at] ?? '', text);
    }
    addDraft(away, { text: 'New', at: 9 });
    const carried = readDrafts(away);
    putBackDrafts(there, carried);
    const once = readDrafts(there);
    expect(once.map(({ text }) => text).toSorted()).toEqual(
      ['Silos grow', 'No calendar at all', 'Roles', 'Rules', 'Same', 'New'].toSorted(),
    );
    putBackDrafts(there, carried);
    expect(readDrafts(there)).toEqual(once);
  });

  it('[DRAFT2] once revealed are none, until words arrive that were on their way', () => {
    const privateDoc = new Y.Doc();
    const ids = ['Unclear ro', 'No calendar'].map((text, at) => {
      const added = addDraft(privateDoc, { text, at });
      return added.ok ? added.value : '';
    });
    const [typing = '', settled = ''] = ids;
    markShown(privateDoc, { [typing]: 'Unclear ro', [settled]: 'No calendar' });
    expect(readDrafts(privateDoc)).toEqual([]);
    privateDoc.getMap<Y.Map<Y.Text>>('drafts').get(typing)?.get('text')?.insert(10, 'les');
    expect(readDrafts(privateDoc).map(({ text }) => text)).toEqual(['Unclear roles']);
    markShown(privateDoc, {});
    expect([...privateDoc.getMap('drafts').keys()]).toEqual([typing]);
  });

  const people = (count: number) =>
    Array.from({ length: count }, (_, person) => {
      const privateDoc = new Y.Doc();
      for (let note = 0; note < 4; note += 1) {
        addDraft(privateDoc, { text: `p${person} n${note}`, at: note, row: 'interfering', column: 'roles' });
      }
      return { unit: 'tl', drafts: readDrafts(privateDoc) };
    });

  it('[REVEAL1] come as factors with new ids in a shuffled order, each with its words and cell', () => {
    const doc = board();
    const writers = people(6);
    expect(revealDrafts(doc, writers, 'unit', randomFrom(3).next)).toBe(24);
    const shown = gridOf(readSnapshot(doc)).cells.interfering.roles;
    const written = writers.flatMap(({ drafts }) => drafts);
    expect(shown.map(({ text }) => text).toSorted()).toEqual(written.map(({ text }) => text).toSorted());
    expect(shown.map(({ text }) => text)).not.toEqual(written.map(({ text }) => text));
    const draftIds = new Set(written.map(({ id }) => id));
    expect(shown.some(({ id }) => draftIds.has(id))).toBe(false);
    expect(shown.every(({ units }) => units.join() === 'tl')).toBe(true);
  });

  it('[REVEAL2] an anonymous reveal leaves nothing of who wrote, not even the unit', () => {
    const doc = board();
    const named = people(2).map((one) => ({ ...one, name: 'Dana' }));
    revealDrafts(doc, named, 'anonymous', randomFrom(1).next);
    expect(readSnapshot(doc).factors.every(({ sources }) => Object.keys(sources).length === 0)).toBe(true);
  });

  it('[REVEAL10] a card says who wrote it in a named phase, and nothing of the kind in others', () => {
    for (const [identity, names] of [
      ['named', [['Dana'], ['Dana']]],
      ['unit', [[], []]],
      ['anonymous', [[], []]],
    ] as const) {
      const doc = board();
      const two = people(2).map((one) => ({ ...one, name: 'Dana', drafts: one.drafts.slice(0, 1) }));
      revealDrafts(doc, two, identity, randomFrom(1).next);
      const { cells, unplaced } = gridOf(readSnapshot(doc));
      const cards = [unplaced, ...Object.values(cells).flatMap((row) => Object.values(row))].flat();
      expect(cards.map((card) => card.names)).toEqual(names);
    }
  });

  it('[REVEAL10] a named reveal keeps the name with each note, and only a named one', () => {
    const named = people(2).map((one, index) => ({ ...one, name: index === 0 ? 'Dana' : null }));
    const namesIn = (identity: 'named' | 'unit') => {
      const doc = board();
      revealDrafts(doc, named, identity, randomFrom(1).next);
      const { factors } = readSnapshot(doc);
      expect(factors.every(({ sources }) => Object.values(sources)[0]?.unit === 'tl')).toBe(true);
      return factors.flatMap(({ sources }) => Object.values(sources).map(({ name }) => name ?? ''));
    };
    expect(namesIn('named').toSorted()).toEqual(['', '', '', '', 'Dana', 'Dana', 'Dana', 'Dana']);
    expect(namesIn('unit').join('')).toBe('');
  });

  it('[REVEAL3] notes without words stay behind', () => {
    const doc = board();
    const privateDoc = new Y.Doc();
    addDraft(privateDoc, { text: '  ' });
    expect(
      revealDrafts(doc, [{ unit: null, drafts: readDrafts(privateDoc) }], 'unit', randomFrom(1).next),
    ).toBe(0);
    expect(readSnapshot(doc).factors).toEqual([]);
  });
});
