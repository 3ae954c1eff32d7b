import { describe, expect, it } from 'vitest';
import { sizeOf } from './wall-size.ts';

describe('words on the wall', () => {
  it('are set smaller the more there are', () => {
    expect([10, 100, 300, 900].map((length) => sizeOf('x'.repeat(length)))).toEqual([
      'huge',
      'large',
      'medium',
      'small',
    ]);
  });
});
