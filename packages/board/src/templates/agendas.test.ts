import { describe, expect, it } from 'vitest';
import { phaseSchema } from '../schema/phase.ts';
import { AGENDA_SCHEMA, readAgendaFile, toAgendaFile } from './agenda-file.ts';
import published from './agenda-sample-06-sessions.json' with { type: 'json' };
import { AGENDA_TEMPLATES, agendaFrom, minutesOf, templateLength } from './agendas.ts';

const SAMPLES = published.sessions;
const asKey = (text: string): string => text;

describe('agenda templates', () => {
  it.each([
    ['half-day', 0, 240],
    ['ninety-minutes', 1, 90],
    ['network-day', 2, 360],
  ] as const)('[AGENDA1] %s is the published session, minute for minute', (template, index, total) => {
    const sample = SAMPLES[index];
    const agenda = agendaFrom(template, asKey);
    expect(agenda.map(({ minutes }) => minutes)).toEqual(sample?.phases.map(({ minutes }) => minutes));
    expect(minutesOf(agenda)).toBe(total);
    expect(templateLength(template)).toEqual({ minutes: total, phases: agenda.length });
    expect(sample?.totalMinutes).toBe(total);
  });

  it.each([0, 1, 2])('[AGENDA1] session %i hides what the published one hides', (index) => {
    const agenda = agendaFrom(AGENDA_TEMPLATES[index] ?? 'blank', asKey);
    for (const [at, { visibility, mode }] of (SAMPLES[index]?.phases ?? []).entries()) {
      const kind = agenda[at]?.kind ?? '';
      if (visibility === 'blind') expect(['vote', 'rate']).toContain(kind);
      if (mode === 'break') expect(kind).toBe('break');
    }
  });

  it.each(AGENDA_TEMPLATES)('[AGENDA1] every word of %s is said, and each once', (template) => {
    const said: string[] = [];
    const agenda = agendaFrom(template, (text) => {
      said.push(text);
      return `said ${text}`;
    });
    expect(new Set(said).size).toBe(said.length);
    const words = agenda.flatMap(({ title, prompt, output, vote }) => [
      title,
      prompt,
      output,
      ...vote.questions,
    ]);
    expect(words.filter((one) => one !== '').every((one) => one.startsWith('said '))).toBe(true);
  });

  it('[AGENDA2] each use has ids of its own, and blank has no phases', () => {
    const ids = [...agendaFrom('half-day', asKey), ...agendaFrom('half-day', asKey)].map(({ id }) => id);
    expect(new Set(ids).size).toBe(28);
    expect(agendaFrom('blank', asKey)).toEqual([]);
  });

  it('[AGENDA2] names are shown where people write, if that is wanted', () => {
    const named = agendaFrom('half-day', asKey, 'named').filter(({ identity }) => identity === 'named');
    expect(named.map(({ kind }) => kind)).toEqual(['write']);
    expect(agendaFrom('half-day', asKey).every(({ identity }) => identity === 'unit')).toBe(true);
  });
});

describe('[AGENDA3] an agenda file', () => {
  const read = (file: unknown) => readAgendaFile(typeof file === 'string' ? file : JSON.stringify(file));
  const phase = (over: object) => ({ schema: AGENDA_SCHEMA, phases: [{ kind: 'break', title: 'B' }, over] });

  it.each(AGENDA_TEMPLATES.slice(0, 3))('carries %s to another board, under other ids', (template) => {
    const agenda = agendaFrom(template, asKey);
    const back = read(toAgendaFile('Ours', agenda));
    const bare = (phases: readonly { id: string }[]) => phases.map((one) => ({ ...one, id: '' }));
    expect(back.ok && bare(back.value)).toEqual(bare(agenda));
    expect(back.ok && back.value[0]?.id).not.toBe(agenda[0]?.id);
  });

  it('may say only what matters', () => {
    const back = read(phase({ kind: 'write', title: 'Write', spare: 1 }));
    expect(back.ok && back.value[1]).toEqual(
      phaseSchema.parse({ id: back.ok ? (back.value[1]?.id ?? '') : '', kind: 'write', title: 'Write' }),
    );
  });

  it.each([
    ['words', 'hello', { code: 'agenda-not-json' }],
    ['nothing', 'null', { code: 'agenda-other-schema', values: { schema: AGENDA_SCHEMA } }],
    ['a board', { schema: 'coherence-board/1' }, { code: 'agenda-other-schema' }],
    [
      'no phases',
      { schema: AGENDA_SCHEMA, phases: [] },
      { code: 'agenda-below', values: { place: 'top', phase: 0, field: 'phases', min: 1 } },
    ],
    [
      'a phase of no kind',
      phase({ kind: 'nap', title: 'Nap' }),
      {
        code: 'agenda-one-of',
        values: { place: 'field', phase: 2, field: 'kind', allowed: expect.stringMatching(/^lobby, write/) },
      },
    ],
    [
      'minutes that are words',
      phase({ kind: 'write', title: 'W', minutes: 'ten' }),
      { code: 'agenda-type', values: { place: 'field', phase: 2, field: 'minutes', type: 'number' } },
    ],
    [
      'too many dots',
      phase({ kind: 'vote', title: 'V', vote: { budget: 0 } }),
      { code: 'agenda-below', values: { place: 'field', phase: 2, field: 'vote, budget', min: 1 } },
    ],
  ])('of %s says what is wrong', (_name, file, error) => {
    expect(read(file)).toMatchObject({ ok: false, error });
  });
});
