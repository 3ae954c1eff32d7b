import type { StreamRecord } from '@coherence/protocol';
import { RecordReader } from '@coherence/protocol/testing';
import { expect, vi } from 'vitest';

export const OCTETS = 'application/octet-stream';

/**
 * Opens a session of the stand-in by hand; `records` grows as the answer comes in, `ended` resolves with its end. `ends`:
 * what the test runs when it is over.
 */
export async function openStream(
  base: string,
  path: string,
  token: string | null,
  ends: (() => unknown)[],
  headers: Record<string, string> = {},
) {
  const abort = new AbortController();
  ends.push(() => abort.abort());
  const response = await fetch(`${base}${path}/stream`, {
    method: 'POST',
    signal: abort.signal,
    headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
  });
  const records: StreamRecord[] = [];
  const read = async () => {
    const reader = new RecordReader();
    for await (const chunk of response.body ?? []) {
      const complete = reader.push(new Uint8Array(chunk));
      if (!complete.ok) throw new Error(complete.error);
      records.push(...complete.value);
    }
  };
  const ended = read().catch(() => {});
  await vi.waitFor(() => expect(records.length).toBeGreaterThan(0));
  const first = records[0];
  const session = first?.type === 'opened' ? first.session : '';
  const send = (body: Uint8Array, by = token ?? '', type = OCTETS) =>
    fetch(`${base}${path}/send/${session}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${by}`, 'content-type': type },
      body: new Uint8Array(body),
    });
  return { response, records, ended, session, send, abort };
}
