import { expect, test } from 'vitest';
import { reachableAddresses, typedAddress } from './addresses.ts';

test('an address that only this computer understands is never given out', () => {
  const own = ['http://localhost:4000', 'http://127.0.0.1:4000', 'http://[::1]:4000', 'http://0.0.0.0:4000'];
  expect(reachableAddresses(own, 'http://board.localhost:4000')).toEqual([]);
  expect(reachableAddresses(['http://192.168.1.20:4000', ...own], 'http://localhost:4000/b/x')).toEqual([
    'http://192.168.1.20:4000',
  ]);
});

test('the address this page came from works, so it goes before the guesses of the server', () => {
  expect(reachableAddresses(['http://172.17.0.2:4000'], 'http://board.lan:4000')).toEqual([
    'http://board.lan:4000',
    'http://172.17.0.2:4000',
  ]);
});

test('a published https address goes first, and none comes twice', () => {
  expect(
    reachableAddresses(['https://board.example.org/', 'http://10.0.0.5:4000'], 'http://10.0.0.5:4000'),
  ).toEqual(['https://board.example.org', 'http://10.0.0.5:4000']);
});

test('what is no address is left out', () => {
  expect(reachableAddresses(['not an address', 'ftp://10.0.0.5'], '')).toEqual([]);
});

test('people type no http', () => {
  expect(typedAddress('http://192.168.1.20:4000')).toBe('192.168.1.20:4000');
  expect(typedAddress('https://board.example.org')).toBe('https://board.example.org');
});
