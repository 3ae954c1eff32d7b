import { expect, test } from 'vitest';
import { COMMANDS } from './commands/commands.ts';
import { openapi } from './openapi.ts';
import { ROUTES } from './routes/routes.ts';

const page = openapi('1');
const operations = Object.values(page.paths).flatMap(({ get, post }) =>
  [get, post].filter((one) => one !== undefined),
);

test('every declared route is an operation, every piece of its path a parameter', () => {
  expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(Object.keys(ROUTES).toSorted());
  for (const [path, { get, post }] of Object.entries(page.paths)) {
    const pieces = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const one of [get, post])
      if (one !== undefined)
        expect(one.parameters.filter((at) => at.in === 'path').map(({ name }) => name)).toEqual(pieces);
  }
});

test('a body says what is needed and what may be left out', () => {
  const create = page.paths['/api/boards']?.post?.requestBody?.content['application/json']?.schema;
  expect(create?.required).toEqual(['title']);
  expect(Object.keys(create?.properties ?? {})).toContain('agenda');
  const commands = page.paths['/api/boards/{id}/commands']?.post?.requestBody?.content['application/json'];
  expect(commands?.schema.oneOf?.map(({ title }) => title)).toEqual(Object.keys(COMMANDS));
  const phase = commands?.schema.oneOf?.find(({ title }) => title === 'phase');
  expect(phase?.required).toEqual(['type', 'id']);
});

test('refusals stand under their status', () => {
  const responses = page.paths['/api/boards/{id}/invites']?.get?.responses;
  expect(responses?.['403']?.description).toBe('removed, not-allowed');
  expect(responses?.['404']?.description).toBe('no-such-board');
});

test('it is plain JSON with every reference in it', () => {
  const said = JSON.stringify(page);
  expect(JSON.parse(said)).toEqual(page);
  const references = new Set([...said.matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to));
  expect([...references]).toEqual(['#/components/schemas/Error']);
});
