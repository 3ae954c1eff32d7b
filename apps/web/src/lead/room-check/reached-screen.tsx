import { t } from '@coherence/words';
import { useEffect, useState } from 'react';
import { Message, Page, useTitle } from '../../frame/page.tsx';
import { sayFailure } from '../../live/failure.ts';
import type { Answer } from '../../live/server/api.ts';
import { Button } from '../../ui/button.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { deviceOf, sayReached } from './room-check-api.ts';
import './room-check.css';

const TICK = { stroke: 'M3 8.5 6.5 12 13 4.5', fill: '' };

/** What a phone opens to show that it gets here. It says so to the server, and to who holds it. */
export function ReachedScreen({ code }: { code: string }) {
  useTitle(t('preflight.title'));
  const [answer, setAnswer] = useState<Answer<unknown> | null>(null);
  useEffect(() => {
    let current = true;
    const say = async () => {
      const told = await sayReached(code, deviceOf(window.screen, matchMedia('(pointer: fine)').matches));
      if (current) setAnswer(told);
    };
    void say();
    return () => {
      current = false;
    };
  }, [code]);
  if (answer === null) return <Message title={t('preflight.phoneWaiting')} />;
  if (answer.ok) {
    return (
      <Page narrow>
        <section className="room-check-reached">
          <Glyph glyph={TICK} size={64} />
          <h1>{t('preflight.phoneWorks')}</h1>
          <p>{t('preflight.phoneHint')}</p>
        </section>
      </Page>
    );
  }
  return (
    <Message title={t('preflight.phoneFailed')} hint={sayFailure(answer.error)}>
      <Button variant="primary" size="l" onClick={() => location.reload()}>
        {t('shell.reload')}
      </Button>
    </Message>
  );
}
