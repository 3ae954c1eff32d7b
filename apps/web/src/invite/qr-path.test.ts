import { expect, test } from 'vitest';
import { qrPath } from './qr-path.ts';

test('a join address fits a code with its three finders in the corners and a quiet zone around', () => {
  const { size, path } = qrPath('http://192.168.1.20:4000/join/K7M2QD');
  expect((size - 8 - 17) % 4).toBe(0);
  for (const corner of ['M4 4h1', `M${size - 5} 4h1`, `M4 ${size - 5}h1`]) expect(path).toContain(corner);
  const places = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  expect(Math.min(...places)).toBe(4);
  expect(Math.max(...places)).toBe(size - 5);
});

test('longer texts take more modules', () => {
  expect(qrPath('x'.repeat(200)).size).toBeGreaterThan(qrPath('x').size);
});
