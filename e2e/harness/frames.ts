import type { BrowserContext, Page, Response } from '@playwright/test';
import { isStreamed, readStreamedAnswers, type StreamedAnswers } from './streamed-answers.ts';
import { createTranscript } from './transcript.ts';

const BODY_LIMIT_MS = 5000;

/**
 * Everything one browser received from the server: each WebSocket frame, each frame of their stand-in and each HTTP
 * body, of all its pages.
 */
export interface Recording {
  /** Whom the browser belongs to, for messages: 'participant Dana'. */
  readonly who: string;
  /** Throws when the text reached this browser in any form, or when something that arrived could not be searched. */
  readonly assertNeverSaw: (text: string) => Promise<void>;
  /** The counterpart: without it, a recorder that records nothing would pass every leak test. */
  readonly assertSaw: (text: string) => Promise<void>;
}

/** Starts recording; call it before the first page of the context opens. */
export function recordFrames(context: BrowserContext, who: string): Recording {
  const transcript = createTranscript();
  const pending = new Map<Promise<void>, string>();
  const unread: string[] = [];
  const streams: Promise<StreamedAnswers>[] = [];
  let streamed = 0;

  const readBody = async (response: Response) => {
    try {
      transcript.add(await response.body());
    } catch {
      const isData = new URL(response.url()).pathname.startsWith('/api/');
      if (isData && response.status() !== 204) unread.push(response.url());
    }
  };
  const onResponse = (response: Response) => {
    // Built files are the same for everyone and hold no board.
    if (new URL(response.url()).pathname.startsWith('/assets/')) return;
    if (isStreamed(response.url())) {
      streamed += 1;
      return;
    }
    const reading = readBody(response);
    pending.set(reading, response.url());
    void reading.then(() => pending.delete(reading));
  };
  const onPage = (page: Page) => {
    page.on('response', onResponse);
    streams.push(readStreamedAnswers(page, transcript.add));
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => transcript.add(payload)));
  };
  context.pages().forEach(onPage);
  context.on('page', onPage);

  const settle = async () => {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise((resolve) => (timer = setTimeout(resolve, BODY_LIMIT_MS)));
    await Promise.race([Promise.all(pending.keys()), limit]);
    clearTimeout(timer);
    const read = (await Promise.all(streams)).reduce((sum, { count }) => sum + count(), 0);
    const open = [...pending.values(), ...unread, ...(read < streamed ? ['a streamed answer'] : [])];
    if (open.length > 0) throw new Error(`answers to ${who} could not be searched: ${open.join(', ')}`);
  };

  return {
    who,
    assertNeverSaw: async (text) => {
      await settle();
      if (transcript.saw(text)) throw new Error(`LEAK: "${text}" reached ${who}`);
    },
    assertSaw: async (text) => {
      await settle();
      if (!transcript.saw(text)) throw new Error(`"${text}" never reached ${who}`);
    },
  };
}
