import type { CDPSession, Page } from '@playwright/test';
import { RecordReader } from '@coherence/protocol';

/** The server's endless answers to one page, where WebSockets are blocked. */
export interface StreamedAnswers {
  /** How many of them are being read. */
  readonly count: () => number;
}

export const isStreamed = (url: string) => new URL(url).pathname.endsWith('/stream');

/** Reads what streamed answers bring, as it comes: Playwright would wait for their end. `onFrame` gets each frame. */
export async function readStreamedAnswers(
  page: Page,
  onFrame: (frame: Uint8Array) => void,
): Promise<StreamedAnswers> {
  const session = await page.context().newCDPSession(page);
  const readers = new Map<string, RecordReader>();
  const push = (requestId: string, base64: string) => {
    const read = readers.get(requestId)?.push(new Uint8Array(Buffer.from(base64, 'base64')));
    if (read?.ok !== true) return;
    for (const record of read.value) if (record.type === 'frame') onFrame(record.frame);
  };
  session.on('Network.dataReceived', ({ requestId, data }) => {
    if (data !== undefined) push(requestId, data);
  });
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (isStreamed(response.url)) void startReading(session, requestId, readers, push);
  });
  await session.send('Network.enable');
  return { count: () => readers.size };
}

async function startReading(
  session: CDPSession,
  requestId: string,
  readers: Map<string, RecordReader>,
  push: (requestId: string, base64: string) => void,
): Promise<void> {
  try {
    const { bufferedData } = await session.send('Network.streamResourceContent', { requestId });
    readers.set(requestId, new RecordReader());
    push(requestId, bufferedData);
  } catch {
    // The answer ended, or its page did; the caller counts it as not read.
  }
}
