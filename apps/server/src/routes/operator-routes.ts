import { isSameSecret } from '../auth/secrets.ts';
import { ApiError } from '../errors.ts';
import type { ServerMetrics } from '../telemetry/server-metrics.ts';
import { prometheusText } from '../telemetry/metrics.ts';
import type { Storage } from '../storage/storage.ts';
import { writeProbe } from '../storage/write-probe.ts';
import { json } from '../http/router.ts';
import type { Router } from '../http/router.ts';

interface ClientConfig {
  /** Addresses people can type or scan, best first; never localhost. */
  readonly publicUrls: readonly string[];
  readonly tldrawLicenseKey: string | null;
  /** One line about what this server stores, for the start page. */
  readonly storage: string;
  readonly version: string;
}

/** Health, metrics and what the client needs to know about its server. */
export function addOperatorRoutes(
  router: Router,
  parts: {
    readonly storage: Pick<Storage, 'testWrite'>;
    readonly now: () => number;
    /** What people write is not stored now. */
    readonly isFailing: () => boolean;
    readonly metrics: ServerMetrics;
    /** Figures are only for who shows this; null: for anybody. */
    readonly metricsToken: string | null;
    readonly isStopping: () => boolean;
    readonly clientConfig: () => ClientConfig;
  },
): void {
  const takesWrites = writeProbe(parts.storage, parts.now);
  router
    .on('GET', '/health/live', () => json(200, { status: 'live' }))
    .on('GET', '/health/ready', async () => {
      if (parts.isStopping()) return json(503, { status: 'not-ready', reason: 'stopping' });
      if (!parts.isFailing() && (await takesWrites()).saved) return json(200, { status: 'ready' });
      return json(503, { status: 'not-ready', reason: 'storage' });
    })
    .on('GET', '/metrics', ({ token }) => {
      if (parts.metricsToken !== null && !isSameSecret(token ?? '', parts.metricsToken)) {
        throw new ApiError('no-token', { message: 'The figures of this server need its METRICS_TOKEN.' });
      }
      return {
        status: 200,
        body: prometheusText(parts.metrics),
        headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
      };
    })
    .on('GET', '/api/config', () => json(200, parts.clientConfig()));
}
