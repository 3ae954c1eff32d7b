import type { MapLink, MapNode } from '@coherence/board';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OutlineEntry, OutlineSection } from '../outline-of.ts';
import { deferInView, type InView } from './deferred-outline.ts';

/** `a>b` is a link from a to b. */
const link = (id: string): MapLink => {
  const [from = '', to = ''] = id.split('>');
  return { id, from, to, polarity: '+', strength: 2, delay: false, records: [] };
};

const entry = (id: string, links: readonly string[]): OutlineEntry => ({
  node: { id, label: id } as MapNode,
  out: links.filter((one) => one.startsWith(`${id}>`)).map(link),
  into: links.filter((one) => one.endsWith(`>${id}`)).map(link),
});

/** `['outcome: a b', …]`, and links between them. */
function outline(lines: readonly string[], ...links: string[]): OutlineSection[] {
  return lines.map((line) => {
    const [key = '', ids = ''] = line.split(': ');
    return { key, of: { group: key, name: key }, entries: ids.split(' ').map((id) => entry(id, links)) };
  });
}

const said = (sections: readonly OutlineSection[]) =>
  sections.map(({ key, entries }) => `${key}: ${entries.map(({ node }) => node.id).join(' ')}`);
const linksOf = (sections: readonly OutlineSection[], id: string) =>
  sections
    .flatMap(({ entries }) => entries)
    .filter(({ node }) => node.id === id)
    .flatMap(({ out, into }) => [...out, ...into].map((one) => one.id));
const look = (ids: string, facts: Partial<InView> = {}): InView => ({
  ids: new Set(ids.split(' ')),
  above: false,
  below: false,
  ...facts,
});

test('nothing new comes between what is in view; before and after it everything does', () => {
  const shown = outline(['p: a b c d', 'q: e f']);
  const now = outline(['p: n1 a b n2 c d n3', 'q: n4 e f n5', 'r: n6']);
  const deferred = deferInView(shown, now, look('b c d e'));
  expect(said(deferred.sections)).toEqual(['p: n1 a b c d', 'q: e f n5', 'r: n6']);
  expect(deferred.waiting).toBe(3);
});

test('with the heading or what follows the list in view nothing new comes above or below either', () => {
  const now = outline(['o: n0', 'p: n1 a b n2', 'q: n3']);
  const deferred = deferInView(outline(['p: a b']), now, look('a b', { above: true, below: true }));
  expect(said(deferred.sections)).toEqual(['p: a b']);
  expect(deferred.waiting).toBe(4);
});

test('links wait at what is in view, each counted once, and stand everywhere else', () => {
  const shown = outline(['p: a b c d'], 'a>b');
  const now = outline(['p: a b c d'], 'b>a', 'a>b', 'a>d', 'c>d');
  const deferred = deferInView(shown, now, look('a b'));
  expect(linksOf(deferred.sections, 'a')).toEqual(['a>b']);
  expect(linksOf(deferred.sections, 'b')).toEqual(['a>b']);
  expect(linksOf(deferred.sections, 'd')).toEqual(['a>d', 'c>d']);
  expect(deferred.waiting).toBe(2);
});

test('what is in view stays in its section, even when the section is gone; what is removed goes', () => {
  const shown = outline(['p: a', 'q: b c', 'r: d']);
  const now = outline(['p: a', 'r: b d']);
  const deferred = deferInView(shown, now, look('a b c'));
  expect(said(deferred.sections)).toEqual(['p: a', 'q: b', 'r: d']);
  expect(deferred.waiting).toBe(1);
});

test('when nothing is in view, it is as it is now', () => {
  const now = outline(['p: n a']);
  expect(deferInView(outline(['p: a']), now, look('gone'))).toEqual({ sections: now, waiting: 0 });
});

test('whatever comes, what is in view keeps its order and its lines, and nothing stands twice', () => {
  const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { minLength: 1 });
  const sections = ids.map((all) => {
    const cut = Math.ceil(all.length / 2);
    return [all.slice(0, cut), all.slice(cut)].flatMap((part, at) =>
      part.length === 0 ? [] : [`${'pq'[at]}: ${part.join(' ')}`],
    );
  });
  const flat = (parts: readonly OutlineSection[]) =>
    parts.flatMap(({ entries }) => entries.map(({ node }) => node.id));
  const run = fc.property(sections, sections, fc.nat(9), fc.nat(9), fc.boolean(), (was, is, a, b, above) => {
    const [shown, now] = [outline(was, 'a>b'), outline(is, 'a>b', 'b>c')];
    const seen = flat(shown).slice(Math.min(a, b), Math.max(a, b) + 1);
    const still = seen.filter((id) => flat(now).includes(id));
    const deferred = deferInView(shown, now, look(seen.join(' '), { above }));
    const all = flat(deferred.sections);
    if (still.length === 0) return;
    expect(new Set(all).size).toBe(all.length);
    const from = all.indexOf(still[0] ?? '');
    expect(all.slice(from, from + still.length)).toEqual(still);
    for (const id of still) expect(linksOf(deferred.sections, id)).toEqual(linksOf(shown, id));
    if (deferred.waiting === 0) expect(new Set(all)).toEqual(new Set(flat(now)));
  });
  fc.assert(run, { numRuns: 500 });
});
