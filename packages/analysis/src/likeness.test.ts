import { describe, expect, it } from 'vitest';
import { likenessOf, LOOKS_LIKE } from './likeness.ts';
import { wordsOf } from './words-of.ts';

/** Notes of the published samples (grid of a state agency), none of them a duplicate of another. */
const NOTES = [
  'Different assumptions about the most effective methods for inducing change.',
  'State-level units use different needs assessment and planning strategies.',
  'Unclear roles related to monitoring and support.',
  'State-level units work in isolation without opportunity to regularly meet.',
  'Building trusting relationships is critical for improvement and change.',
  'Shared emphasis on using data to inform school improvement processes.',
  'State-level collaborative monitoring approach.',
  'No shared definition of what “support” means as distinct from “monitoring.”',
  'We assume districts read our data reports; most superintendents tell us they do not.',
  'Needs assessment is due in March for federal programs and in August for school improvement.',
  'Each office buys its own training provider; one district can have four coaches with four models.',
  'Unclear who calls the superintendent first when a school is newly identified.',
  'Monitors and coaches give the same principal contradictory instructions.',
  'Data requests reach districts from five offices and nobody owns the calendar.',
  'Two multilingual specialists for 61 districts.',
  'Multilingual specialists review every improvement plan before approval.',
  'Directors meet only in a crisis or before a federal visit.',
  'Directors debrief together within a week of every joint visit.',
  'Shared calendar of district visits that every office can see.',
  'Joint data retreat each July before any plan is read.',
];

/** The same said in other words, as people in one room do. */
const SAID_AGAIN: readonly (readonly [string, string])[] = [
  ['Unclear roles related to monitoring and support.', 'Roles for monitoring and support are not clear'],
  ['Directors meet only in a crisis or before a federal visit.', 'directors only meet in crises'],
  [
    'Data requests reach districts from five offices and nobody owns the calendar.',
    'Nobody owns the calendar',
  ],
  [
    'Two multilingual specialists for 61 districts.',
    'Only 2 multilingual specialists for all our districts!',
  ],
  [
    'Monitors and coaches give the same principal contradictory instructions.',
    'Principals get contradictory instructions from coaches and monitors',
  ],
];

const worded = (texts: readonly string[]) => texts.map((text, index) => ({ id: `n${index}`, text }));

describe('what looks like a note', () => {
  it('is none of the notes that say something else', () => {
    const all = worded(NOTES);
    const { alike } = likenessOf(all);
    for (const { id } of all) expect(alike(id)).toEqual([]);
  });

  it.each(SAID_AGAIN)('"%s": "%s"', (note, again) => {
    const all = worded([...NOTES, again]);
    const { alike } = likenessOf(all);
    expect(alike(`n${NOTES.length}`).map(({ id }) => id)).toEqual([`n${NOTES.indexOf(note)}`]);
    expect(alike(`n${NOTES.indexOf(note)}`)[0]?.likeness).toBeGreaterThanOrEqual(LOOKS_LIKE);
  });

  it('is the same whatever the order of asking, the most alike first, and at most so many', () => {
    const all = worded(['late buses', 'buses late again', 'late buses in winter', 'buses', 'trust']);
    const one = likenessOf(all);
    const other = likenessOf(all);
    other.together();
    expect(one.alike('n0').map(({ id }) => id)).toEqual(['n1', 'n2', 'n3']);
    expect(other.alike('n0')).toEqual(one.alike('n0'));
    expect(one.alike('n0', 1)).toHaveLength(1);
    expect(one.alike('gone')).toEqual([]);
  });

  it('brings together what looks alike and leaves the rest in order, each once', () => {
    const all = worded(['late buses', 'trust', 'Buses are late', 'no trust', 'money', '']);
    expect(likenessOf(all).together()).toEqual(['n0', 'n2', 'n1', 'n3', 'n4', 'n5']);
  });

  it('takes a moment for 400 notes', () => {
    const all = worded(
      Array.from({ length: 400 }, (_, index) => `${NOTES[index % 20]} ${index % 37} offices`),
    );
    const before = performance.now();
    expect(likenessOf(all).together()).toHaveLength(400);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

describe('words that carry meaning', () => {
  it.each([
    ['planning', 'plans'],
    ['Policies', 'policy'],
    ['meeting', 'meets'],
    ['unclear', 'unclearly'],
    ['Réunion', 'reunion'],
  ])('%s and %s meet', (one, other) => {
    expect([...wordsOf(one)]).toEqual([...wordsOf(other)]);
  });

  it.each([
    ['general', 'generate'],
    ['class', 'clas'],
    ['us', 'use'],
  ])('%s and %s do not', (one, other) => {
    expect([...wordsOf(one)]).not.toEqual([...wordsOf(other)]);
  });
});
