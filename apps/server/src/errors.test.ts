import { readFileSync } from 'node:fs';
import { CLOSE_REASONS } from '@coherence/protocol';
import { describe, expect, it } from 'vitest';
import { ERRORS } from '@coherence/protocol/http';

const page = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8');

describe('docs/operations.md', () => {
  it('lists every error code with its status, and no other', () => {
    const listed = [...page.matchAll(/^\| `([a-z-]+)`\s*\| (\d{3})/gm)].map(([, code, status]) => [
      code,
      Number(status),
    ]);
    expect(listed.toSorted()).toEqual(
      Object.entries(ERRORS)
        .map(([code, { status }]) => [code, status])
        .toSorted(),
    );
  });

  it('lists every close code, and no other', () => {
    const listed = [...page.matchAll(/^\| (\d{4})\s*\|/gm)].map(([, code]) => Number(code));
    expect(listed.toSorted()).toEqual(
      Object.values(CLOSE_REASONS)
        .map(({ code }) => code as number)
        .toSorted(),
    );
  });
});
