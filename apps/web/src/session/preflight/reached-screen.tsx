import { useEffect, useState } from 'react';
import { Message } from '../../app/page.tsx';
import { useTitle } from '../../app/use-title.ts';
import { t } from '../../i18n/translate.ts';
import type { Answer } from '../../live/api.ts';
import { Button } from '../../ui/button.tsx';
import { deviceOf } from './device.ts';
import { sayReached } from './preflight-api.ts';

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
  if (answer.ok) return <Message title={t('preflight.phoneWorks')} hint={t('preflight.phoneHint')} />;
  return (
    <Message title={t('preflight.phoneFailed')} hint={answer.error.message}>
      <Button variant="primary" size="l" onClick={() => location.reload()}>
        {t('shell.reload')}
      </Button>
    </Message>
  );
}
