import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('configuration', () => {
  it('needs nothing set', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      value: {
        port: 4000,
        host: '0.0.0.0',
        dataDir: './data',
        publicUrl: null,
        trustProxy: false,
        tldrawLicenseKey: null,
        metricsToken: null,
        logLevel: 'info',
        keepFreeMib: null,
        connectionsPerAddress: null,
        maxConnections: null,
      },
    });
  });

  it('takes what is set', () => {
    const env = {
      PORT: '80',
      PUBLIC_URL: 'https://board.example.org/',
      TRUST_PROXY: '1',
      LOG_LEVEL: 'DEBUG',
      METRICS_TOKEN: 'a-long-word-for-figures',
      CONNECTIONS_PER_ADDRESS: '4000',
      KEEP_FREE_MB: '500',
    };
    const read = readConfig(env);
    expect(read).toMatchObject({
      value: {
        port: 80,
        publicUrl: 'https://board.example.org',
        trustProxy: true,
        logLevel: 'debug',
        keepFreeMib: 500,
        metricsToken: 'a-long-word-for-figures',
        connectionsPerAddress: 4000,
      },
    });
  });

  it('says everything that is wrong at once', () => {
    const read = readConfig({
      PORT: 'many',
      PUBLIC_URL: 'board.example.org/x',
      TRUST_PROXY: 'maybe',
      LOG_LEVEL: 'loud',
      METRICS_TOKEN: 'short',
      MAX_CONNECTIONS: '-1',
      DATABASE_URL: 'postgres://x',
      REDIS_URL: 'redis://x',
    });
    expect(read.ok ? [] : read.problems.map((one) => one.split(' ')[0])).toEqual([
      'DATABASE_URL',
      'REDIS_URL',
      'PORT',
      'TRUST_PROXY',
      'LOG_LEVEL',
      'METRICS_TOKEN',
      'MAX_CONNECTIONS',
      'PUBLIC_URL',
    ]);
    expect(JSON.stringify(read)).toContain('not built yet');
  });
});
