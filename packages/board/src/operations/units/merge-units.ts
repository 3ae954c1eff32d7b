import * as Y from 'yjs';
import { isPresent, presentRecord, recordOf, rootOf, setKey, sourcesIn } from '../../doc.ts';
import { fail, ok, type Result } from '../../result.ts';
import { TEXT_MAX } from '../../schema/limits.ts';
import { readSession, SERVER, writeSession } from '../../session/session.ts';
import { unitWordOf } from '../board.ts';
import { nameKey } from '../../schema/letters.ts';
import { unitNow } from './units.ts';

type Plain = Readonly<Record<string, unknown>>;

/**
 * Makes two units one: whatever `from` named, `into` named. No word, polarity or vote is lost; where both said the same
 * of one factor or link it is said once. Only the server calls this, in one transaction that no person's undo takes
 * apart.
 */
export function mergeUnits(doc: Y.Doc, from: string, into: string): Result<void> {
  const gone = presentRecord(doc, 'units', from);
  if (gone === null || presentRecord(doc, 'units', into) === null)
    return fail('units-gone', { word: unitWordOf(doc) });
  if (from === into) return fail('unit-into-itself');
  doc.transact(() => {
    gone.set('mergedInto', into);
    gone.delete('in');
    renameExpected(
      doc,
      String(gone.get('name') ?? ''),
      String(recordOf(doc, 'units', into)?.get('name') ?? ''),
    );
    followMerges(doc);
  }, SERVER);
  return ok(undefined);
}

/**
 * Lets everything that still names a merged unit name the one it became: a device that was away during the merge may
 * bring such words later. Only the server calls this. True when something changed.
 */
export function followMerges(doc: Y.Doc): boolean {
  const moved = new Map<string, string>();
  for (const id of rootOf(doc, 'units').keys()) {
    const now = unitNow(doc, id);
    if (now !== null && now !== id) moved.set(id, now);
  }
  if (moved.size === 0) return false;
  let changed = false;
  const set = (record: Y.Map<unknown>, key: string, value: unknown) => {
    setKey(record, key, value);
    changed = true;
  };
  doc.transact(() => {
    for (const factor of records(doc, 'factors')) {
      const sources = sourcesIn(factor);
      if (sources !== null && moveSources(sources, moved)) changed = true;
    }
    for (const asset of records(doc, 'assets')) {
      const now = moved.get(String(asset.get('unit')));
      if (now !== undefined) set(asset, 'unit', now);
    }
    if (moveInfluences(doc, moved)) changed = true;
    for (const round of records(doc, 'voteRounds')) {
      const { byUnit, votersByUnit, recorded } = round.toJSON() as Plain;
      if (names(votersByUnit, moved)) set(round, 'votersByUnit', summed(votersByUnit, moved));
      const votes = Object.entries((byUnit ?? {}) as Readonly<Record<string, Plain>>);
      if (votes.some(([, counts]) => names(counts, moved))) {
        set(
          round,
          'byUnit',
          Object.fromEntries(
            votes.flatMap(([id, counts]) =>
              Object.hasOwn(Object.prototype, id) ? [] : [[id, summed(counts, moved)]],
            ),
          ),
        );
      }
      if (Array.isArray(recorded) && recorded.some((one: Plain) => moved.has(String(one['unit'])))) {
        const now = recorded.map((one: Plain) => ({
          ...one,
          unit: moved.get(String(one['unit'])) ?? one['unit'],
        }));
        set(round, 'recorded', now);
      }
    }
  }, SERVER);
  return changed;
}

/** Sources are keyed by unit where a unit simply says so; a merged original has a key of its own and keeps it. */
function moveSources(sources: Y.Map<unknown>, moved: ReadonlyMap<string, string>): boolean {
  let changed = false;
  for (const [key, value] of Array.from(sources.entries())) {
    const source = (value instanceof Y.Map ? value.toJSON() : value) as Plain | null;
    const now = moved.get(String(source?.['unit']));
    if (source === null || now === undefined) continue;
    changed = true;
    if (key !== source['unit']) {
      sources.set(key, { ...source, unit: now });
      continue;
    }
    const known = sources.get(now) as Plain | undefined;
    if (known === undefined || (!hasWords(known) && hasWords(source)))
      sources.set(now, { ...source, unit: now });
    if (known !== undefined && hasWords(known) && hasWords(source))
      sources.set(key, { ...source, unit: now });
    else sources.delete(key);
  }
  return changed;
}

function hasWords(source: Plain | null | undefined): boolean {
  return typeof source?.['words'] === 'string' && source['words'] !== '';
}

/** One record per (from, to, source), room and polarity: what both units said alike becomes the stronger of the two. */
function moveInfluences(doc: Y.Doc, moved: ReadonlyMap<string, string>): boolean {
  let changed = false;
  const said = new Map<string, Y.Map<unknown>>();
  const keyOf = (record: Y.Map<unknown>, unit: unknown) =>
    JSON.stringify([record.get('from'), record.get('to'), record.get('polarity'), unit, roomOf(record)]);
  const late: [Y.Map<unknown>, string][] = [];
  for (const record of records(doc, 'influences')) {
    if (!isPresent(record)) continue;
    const source = record.get('source') as { kind?: unknown; id?: unknown } | undefined;
    if (source?.kind !== 'unit') continue;
    const now = moved.get(String(source.id));
    if (now === undefined) said.set(keyOf(record, source.id), record);
    else late.push([record, now]);
  }
  for (const [record, now] of late) {
    changed = true;
    const twin = said.get(keyOf(record, now));
    const note = bothNotes(twin, record);
    record.set('source', { kind: 'unit', id: now });
    if (twin === undefined || note.length > TEXT_MAX) {
      said.set(keyOf(record, now), record);
      continue;
    }
    setKey(
      twin,
      'strength',
      Math.max(Number(twin.get('strength') ?? 2), Number(record.get('strength') ?? 2)),
    );
    if (record.get('delay') === true) setKey(twin, 'delay', true);
    if (note !== '') setKey(twin, 'note', note);
    record.delete('in');
  }
  return changed;
}

/** Links named by two breakouts stay two, also where one unit wrote both down. */
function roomOf(record: Y.Map<unknown>): unknown {
  return (record.get('room') as { id?: unknown } | null | undefined)?.id ?? null;
}

function bothNotes(...links: readonly (Y.Map<unknown> | undefined)[]): string {
  const notes = links
    .map((link) => link?.get('note'))
    .filter((note) => typeof note === 'string' && note !== '');
  return [...new Set(notes)].join('\n');
}

function names(counts: unknown, moved: ReadonlyMap<string, string>): boolean {
  return typeof counts === 'object' && counts !== null && Object.keys(counts).some((unit) => moved.has(unit));
}

/** What is no count, or stands under a name that every object has, was never written by this program. */
function summed(counts: unknown, moved: ReadonlyMap<string, string>): Record<string, number> {
  const sums = new Map<string, number>();
  for (const [unit, count] of Object.entries(counts ?? {})) {
    const now = moved.get(unit) ?? unit;
    if (typeof count === 'number' && !Object.hasOwn(Object.prototype, now))
      sums.set(now, (sums.get(now) ?? 0) + count);
  }
  return Object.fromEntries(sums);
}

function renameExpected(doc: Y.Doc, from: string, into: string): void {
  const { expected } = readSession(doc);
  if (!expected.some(({ unit }) => nameKey(unit) === nameKey(from))) return;
  writeSession(doc, {
    expected: expected.map((one) => (nameKey(one.unit) === nameKey(from) ? { ...one, unit: into } : one)),
  });
}

/** Removed ones too where they may come back by undo: links that are gone stay as they are. */
function* records(
  doc: Y.Doc,
  root: 'factors' | 'assets' | 'influences' | 'voteRounds',
): Iterable<Y.Map<unknown>> {
  for (const id of [...rootOf(doc, root).keys()].sort()) {
    const record = recordOf(doc, root, id);
    if (record !== null) yield record;
  }
}
