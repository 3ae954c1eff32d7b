import { z } from 'zod';
import { route } from './route.ts';

/** Health, figures, and what a client needs to know about its server. */
export const OPERATOR_ROUTES = {
  live: route({
    method: 'GET',
    path: '/health/live',
    says: '200 while the process answers',
    may: 'anybody',
    answer: z.object({ status: z.literal('live') }),
    codes: [],
  }),
  ready: route({
    method: 'GET',
    path: '/health/ready',
    says: '200 when boards can be read and saved, else 503 with the same fields',
    may: 'anybody',
    answer: z.object({
      status: z.enum(['ready', 'not-ready']),
      reason: z.enum(['stopping', 'storage']).optional(),
    }),
    codes: [],
  }),
  metrics: route({
    method: 'GET',
    path: '/metrics',
    says: 'figures for Prometheus; with `METRICS_TOKEN` set, for those who send it',
    may: 'anybody',
    answer: z.string(),
    media: 'text/plain',
    codes: ['no-token'],
  }),
  config: route({
    method: 'GET',
    path: '/api/config',
    says: 'the addresses of this server, best first and never localhost, and a line on what it stores',
    may: 'anybody',
    answer: z.object({
      publicUrls: z.array(z.string()),
      tldrawLicenseKey: z.string().nullable(),
      storage: z.string(),
      version: z.string(),
    }),
    codes: [],
  }),
  openapi: route({
    method: 'GET',
    path: '/api/openapi.json',
    says: 'this interface as an OpenAPI 3.1 document',
    may: 'anybody',
    answer: z.looseObject({ openapi: z.literal('3.1.0') }),
    codes: [],
  }),
} as const;
