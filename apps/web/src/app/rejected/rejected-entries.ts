import { t, type WordKey } from '@coherence/words';
import { groupOf, type RejectedItem, type RejectionReason } from '../../live/outbox/rejected.ts';
import { linkSentence } from '../../factors/link-sentence.ts';

/** One entry of the list: what can be copied, added again and let go of together. */
export type RejectedEntry = {
  readonly id: string;
  readonly items: readonly RejectedItem[];
  /** To read and copy. */
  readonly text: string;
  /** Whether there are words to copy: a drawn line has none. */
  readonly isWords: boolean;
  readonly hints: readonly string[];
};

/** Who looks: whether they may change the board, what their own unit is called, and what the board calls its units. */
export type Looker = { readonly canEdit: boolean; readonly unit: string | null; readonly word: string };

/** Rejected items as entries: words and links one by one, drawn lines together, then what was moved or changed together. */
export function entriesOf(items: readonly RejectedItem[], who: Looker): readonly RejectedEntry[] {
  const groups = new Map<string, RejectedItem[]>();
  for (const item of items) groups.set(groupOf(item), [...(groups.get(groupOf(item)) ?? []), item]);
  const order = (id: string) => (id === 'rest' ? 2 : id === 'strokes' ? 1 : 0);
  return [...groups]
    .map(([id, items]) => entryOf(id, items, who))
    .toSorted((one, other) => order(one.id) - order(other.id));
}

function entryOf(id: string, items: readonly RejectedItem[], who: Looker): RejectedEntry {
  const why = whyWords(items[0]?.why ?? 'schema', who);
  const isWords = id !== 'strokes';
  const text = isWords
    ? [...new Set(items.map(textOf))].join('\n')
    : t('notSent.strokes', { n: items.length });
  return { id, items, text, isWords, hints: [why, ...items.flatMap((item) => hintsOf(item, who))] };
}

function textOf({ root, key, text, link, about = [] }: RejectedItem): string {
  const [name = '', to = ''] = about.map(({ words }) => words.trim() || t('notSent.something'));
  if (link !== undefined) {
    const sentence = t('notSent.link', { sentence: linkSentence(link, name, to) });
    return [sentence, link.note === null ? '' : t('notSent.linkNote', { note: link.note })].join('\n').trim();
  }
  if (text !== '') return text;
  if (root === 'influences')
    return t('notSent.takenOff', { name: t('notSent.linkFromTo', { from: name, to }) });
  if (key === 'in') return t('notSent.takenOff', { name });
  const isMoved = key === 'cell' || key === 'pos' || key === 'group' || key?.startsWith('at:') === true;
  return t(isMoved ? 'notSent.moved' : 'notSent.changed', { name });
}

function hintsOf(
  { text, before, about = [], units = [] }: RejectedItem,
  { canEdit, unit }: Looker,
): readonly string[] {
  if (text === '') return [];
  const name = about[0]?.words ?? '';
  const others = units.filter((one) => one !== unit);
  return [
    before === null || before === '' ? '' : t('notSent.boardSays', { text: before }),
    name === '' || name === text ? '' : t('notSent.belongsTo', { name }),
    others.length === 0
      ? ''
      : t(canEdit ? 'notSent.saidFor' : 'notSent.saidForThem', { units: others.join(', ') }),
  ].filter((hint) => hint !== '');
}

const KEYS = {
  role: 'notSent.role',
  size: 'notSent.size',
  rate: 'notSent.schema',
  schema: 'notSent.schema',
  malformed: 'notSent.schema',
  'client-id': 'notSent.schema',
  'doc-full': 'notSent.full',
  paused: 'notSent.schema',
  newer: 'notSent.schema',
  share: 'notSent.share',
  renewed: 'notSent.renewed',
  removed: 'notSent.removed',
} as const satisfies Record<RejectionReason, WordKey>;

/** Why it was not taken, for its writer, and what they can do. */
export function whyWords(why: RejectionReason, { canEdit, word }: Pick<Looker, 'canEdit' | 'word'>): string {
  if (why === 'role' && !canEdit) return t('notSent.looking');
  return t(KEYS[why] ?? 'notSent.schema', { word });
}

const NAME_LENGTH = 40;

/** The beginning of a text, to name a button by. */
export function shortName(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return line.length <= NAME_LENGTH ? line : `${line.slice(0, NAME_LENGTH - 1).trimEnd()}…`;
}
