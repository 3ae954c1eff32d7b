import { describe, expect, it } from 'vitest';
import { isLocal, lanUrls } from './lan.ts';

const address = (text: string, over = {}) => ({
  address: text,
  netmask: '',
  family: 'IPv4' as const,
  mac: '',
  internal: false,
  cidr: null,
  ...over,
});

describe('addresses to show', () => {
  it('are those others can reach, the likely wifi first', () => {
    const interfaces = {
      lo: [address('127.0.0.1', { internal: true })],
      docker0: [address('172.17.0.1')],
      wifi: [address('192.168.1.20'), address('fe80::1', { family: 'IPv6' as const, scopeid: 1 })],
      odd: [address('169.254.3.4')],
    };
    expect(lanUrls(interfaces, 4000)).toEqual(['http://192.168.1.20:4000', 'http://172.17.0.1:4000']);
  });

  it('never lead back to the device that reads them', () => {
    expect(['http://localhost:4000', 'http://127.0.0.1', 'http://[::1]:80'].map(isLocal)).toEqual([
      true,
      true,
      true,
    ]);
    expect(isLocal('https://board.example.org')).toBe(false);
  });
});
