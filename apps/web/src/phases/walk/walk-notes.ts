import { likenessOf, type Likeness, type Worded } from '@coherence/analysis';
import {
  type BoardSnapshot,
  type Column,
  type Factor,
  isForGrid,
  namesOf,
  type Row,
  unitsOf,
} from '@coherence/board';
import { findable, wantedWords } from '../../factors/find-words.ts';

export type WalkNote = {
  readonly id: string;
  readonly text: string;
  readonly no: number | null;
  readonly units: readonly string[];
  /** Who said so, where names were promised. */
  readonly names: readonly string[];
  /** Factors merged into it. */
  readonly merged: number;
  readonly cell: { readonly row: Row; readonly column: Column } | null;
};

export type Walk = {
  /** In the order they are walked. */
  readonly notes: readonly WalkNote[];
  /** What looks like a note, the most alike first. */
  likely(id: string): readonly WalkNote[];
};

/**
 * The notes to walk: those without a cell first, in both parts so that notes that look alike come one after the other.
 * Likeness goes by the words a note was written with, so that rewording one does not shuffle the rest.
 */
export function walkOf(snapshot: BoardSnapshot): Walk {
  const factors = snapshot.factors.filter(isForGrid).toSorted(byNumber);
  const likeness = likenessIn(factors.map(({ id, wording, text }) => ({ id, text: wording ?? text })));
  const notes = new Map(factors.map((factor) => [factor.id, noteOf(snapshot, factor)]));
  const known = (id: string): readonly WalkNote[] => {
    const note = notes.get(id);
    return note === undefined ? [] : [note];
  };
  const inOrder = likeness.together().flatMap(known);
  return {
    notes: [...inOrder.filter(({ cell }) => cell === null), ...inOrder.filter(({ cell }) => cell !== null)],
    likely: (id) => likeness.alike(id).flatMap((alike) => known(alike.id)),
  };
}

function noteOf(snapshot: BoardSnapshot, factor: Factor): WalkNote {
  const [row, column] = factor.cell ?? [null, null];
  return {
    id: factor.id,
    text: factor.text,
    no: factor.no,
    units: unitsOf(snapshot, factor),
    names: namesOf(factor),
    merged: new Set(Object.values(factor.sources).flatMap(({ of }) => of ?? [])).size,
    cell: row === null || column === null ? null : { row, column },
  };
}

let last: { readonly texts: readonly Worded[]; readonly likeness: Likeness } | null = null;

/** Comparing all notes takes a while on a large board; most edits change no words. */
function likenessIn(texts: readonly Worded[]): Likeness {
  const isSame =
    last?.texts.length === texts.length &&
    last.texts.every(({ id, text }, index) => id === texts[index]?.id && text === texts[index]?.text);
  if (last === null || !isSame) last = { texts, likeness: likenessOf(texts) };
  return last.likeness;
}

function byNumber(a: Factor, b: Factor): number {
  return (a.no ?? Infinity) - (b.no ?? Infinity) || (a.id < b.id ? -1 : 1);
}

type Findable = { readonly text: string; readonly no: number | null };

/** Notes that have every one of the words, or the number (F12); all of them for no words. */
export function notesWith<N extends Findable>(notes: readonly N[], words: string): readonly N[] {
  const wanted = wantedWords(words);
  if (wanted.length === 0) return notes;
  return notes.filter(({ text, no }) => {
    const said = `${findable(text)} ${no === null ? '' : `f${no}`}`;
    return wanted.every((word) => said.includes(word));
  });
}
