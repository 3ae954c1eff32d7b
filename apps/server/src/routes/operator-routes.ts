import type { ServerMetrics } from '../telemetry/server-metrics.ts';
import { prometheusText } from '../telemetry/metrics.ts';
import type { Storage } from '../storage/storage.ts';
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
    readonly storage: Storage;
    readonly metrics: ServerMetrics;
    readonly isStopping: () => boolean;
    readonly clientConfig: () => ClientConfig;
  },
): void {
  router
    .on('GET', '/health/live', () => json(200, { status: 'live' }))
    .on('GET', '/health/ready', async () => {
      const store = parts.isStopping() ? { ok: false, reason: 'stopping' } : await parts.storage.ping();
      return store.ok
        ? json(200, { status: 'ready' })
        : json(503, { status: 'not-ready', reason: 'storage' });
    })
    .on('GET', '/metrics', () => ({
      status: 200,
      body: prometheusText(parts.metrics),
      headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
    }))
    .on('GET', '/api/config', () => json(200, parts.clientConfig()));
}
