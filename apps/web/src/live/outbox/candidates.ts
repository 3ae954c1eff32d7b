import type { BoardSnapshot } from '@coherence/board';
import { idOf, type Candidate, type RejectionReason } from './rejected.ts';
import { recordName, recordAt, valueOf, linkOf, type RecordFacts } from './records.ts';
import { isNew, type PendingEdit } from './pending-edits.ts';

/** Fields of records that hold words of people, beside `text`. */
const WORD_FIELDS: readonly string[] = [
  'name',
  'short',
  'title',
  'question',
  'mapName',
  'note',
  'label',
  'sentence',
  'owner',
  'due',
  'firstStep',
];
/** Fields that change with others, or that the server writes. */
const SILENT_FIELDS: readonly string[] = ['no', 'wording', 'rank'];

/**
 * What may be missing on the server, as this device has it. What was made and taken off the board since, or is empty, is
 * left out. After a renewal the words of others are not noted, not even as names: they may have been redacted.
 */
export function candidatesOf(
  pending: readonly PendingEdit[],
  local: BoardSnapshot,
  why: RejectionReason,
): readonly Candidate[] {
  const own = new Set(pending.filter(isNew).map(({ id }) => id));
  const about = (...ids: readonly string[]) =>
    ids.map((id) => ({ id, words: why === 'renewed' && !own.has(id) ? '' : recordName(local, id) }));
  const found = pending.flatMap((entry): Candidate[] => {
    const { root, id, key } = entry;
    const record = recordAt(local, entry);
    const bare = { root, id, text: '', base: null, kind: null, cell: null, pos: null, why };
    if (record === null) return key === 'in' ? [{ ...bare, key, about: about(id) }] : [];
    const { kind = null, cell, pos = null } = record;
    if (record.from !== undefined) {
      return [
        {
          ...bare,
          link: linkOf(record),
          about: about(record.from, record.to ?? ''),
        },
      ];
    }
    const position = { kind, cell: cell ? ([cell[0], cell[1]] as const) : null, pos };
    if (kind === 'pen' && isNew(entry)) {
      const { ink = 'ink', points = [] } = record;
      return [{ ...bare, ...position, stroke: { ink, points: thinned(points) } }];
    }
    const words = (field: string): Candidate[] => {
      const text = record[field];
      if (typeof text !== 'string' || text.trim() === '' || text === entry.base) return [];
      const { base } = entry;
      if (field !== 'text') return [{ ...bare, ...position, base, key: field, text, about: about(id) }];
      const units = isNew(entry) ? unitsOf(local, record) : [];
      return [{ ...bare, ...position, base, text, ...(units.length === 0 ? {} : { units }) }];
    };
    if (isNew(entry)) return ['text', ...WORD_FIELDS].flatMap(words);
    if (key === undefined) return words('text');
    if (WORD_FIELDS.includes(key)) return words(key);
    if (key === 'in' || SILENT_FIELDS.includes(key) || /^s\d+$/.test(key)) return [];
    return [{ ...bare, key, value: valueOf(record, key), about: about(id) }];
  });
  return [...new Map(found.map((one) => [idOf(one), one])).values()];
}

function unitsOf({ units }: BoardSnapshot, { sources = {} }: RecordFacts): readonly string[] {
  const ids = new Set(Object.values(sources).map(({ unit }) => unit));
  return units.filter(({ id }) => ids.has(id)).map(({ name }) => name);
}

/** So many points of one stroke are kept, x and y each. */
const POINTS_KEPT = 400;

function thinned(points: readonly number[]): number[] {
  const step = Math.ceil(points.length / 2 / POINTS_KEPT);
  return points.filter((_, index) => Math.floor(index / 2) % Math.max(1, step) === 0);
}
