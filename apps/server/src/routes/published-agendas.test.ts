import { AGENDA_TEMPLATES, agendaFrom } from '@coherence/board';
import { PUBLISHED_SESSIONS } from '@coherence/board/testing';
import { speechIn } from '@coherence/words';
import { readCatalogs } from '@coherence/words/node';
import { expect, it } from 'vitest';

it.each([0, 1, 2])('[AGENDA1] template %i has the titles of the published session, in English', (index) => {
  readCatalogs();
  const { t } = speechIn('en');
  const agenda = agendaFrom(AGENDA_TEMPLATES[index] ?? 'blank', (text) =>
    t(`templates.text_${text}`, { word: 'unit' }),
  );
  expect(agenda.map(({ title }) => title)).toEqual(
    PUBLISHED_SESSIONS[index]?.phases.map(({ title }) => title),
  );
});
