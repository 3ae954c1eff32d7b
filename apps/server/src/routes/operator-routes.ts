import type { Language } from '@coherence/words';
import { type Answer, openapi, type OpenApi, ROUTES, type AnswerBody } from '@coherence/protocol/http';
import { isSameSecret } from '../auth/secrets.ts';
import { refusedFor } from '../errors.ts';
import type { ServerMetrics } from '../telemetry/server-metrics.ts';
import { prometheusText } from '../telemetry/metrics.ts';
import type { Storage } from '../storage/storage.ts';
import { writeProbe } from '../storage/write-probe.ts';
import { json } from '../http/router.ts';
import type { Router } from '../http/router.ts';
import { OwnAnswer, serve } from '../http/serve.ts';

/** Health, metrics and what the client needs to know about its server. */
export function addOperatorRoutes(
  router: Router,
  parts: {
    readonly storage: Pick<Storage, 'testWrite'>;
    readonly now: () => number;
    /** What people write is not stored now. */
    readonly isFailing: () => boolean;
    readonly metrics: ServerMetrics;
    /** Figures are only for who shows this; null: for any person. */
    readonly metricsToken: string | null;
    readonly isStopping: () => boolean;
    readonly clientConfig: (language: Language) => AnswerBody<typeof ROUTES.config.answer>;
  },
): void {
  let page: OpenApi | null = null;
  const takesWrites = writeProbe(parts.storage, parts.now);
  serve(router, ROUTES.live, () => ({ status: 'live' as const }));
  serve(router, ROUTES.ready, async () => {
    if (parts.isStopping()) return notReady('stopping');
    if (!parts.isFailing() && (await takesWrites()).saved) return { status: 'ready' as const };
    return notReady('storage');
  });
  serve(router, ROUTES.metrics, ({ token }) => {
    if (parts.metricsToken !== null && !isSameSecret(token ?? '', parts.metricsToken)) {
      throw refusedFor('metrics-token');
    }
    return new OwnAnswer({
      status: 200,
      body: prometheusText(parts.metrics),
      headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
    });
  });
  serve(router, ROUTES.config, ({ language }) => parts.clientConfig(language));
  serve(router, ROUTES.openapi, ({ language }) => {
    page ??= openapi(parts.clientConfig(language).version);
    return page;
  });
}

const notReady = (reason: 'stopping' | 'storage') =>
  new OwnAnswer(json(503, { status: 'not-ready', reason } satisfies Answer<'ready'>));
