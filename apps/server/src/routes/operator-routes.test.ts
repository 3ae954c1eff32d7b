import { openapi, ROUTES } from '@coherence/protocol/http';
import { expect, test } from 'vitest';
import { serve } from '../http/serve.ts';
import { Router } from '../http/router.ts';
import { startTestServer } from '../testing/test-server.ts';

test('the OpenAPI page is served to any person, as the declarations make it', async () => {
  const { get, server } = await startTestServer();
  const { status, body } = await get('/api/openapi.json');
  await server.stop();
  expect(status).toBe(200);
  expect(body).toEqual(openapi('test'));
});

test('what belongs to a board cannot be served to any person', () => {
  // @ts-expect-error -- it asks for a role, and `serve` asks nobody for one
  serve(new Router(), ROUTES.invites, () => ({ code: '', invites: {} }));
  // @ts-expect-error -- an answer that is not as declared
  serve(new Router(), ROUTES.config, () => ({ version: 1 }));
});
