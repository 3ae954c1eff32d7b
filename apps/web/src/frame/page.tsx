import { t } from '@coherence/words';
import { type ReactNode, useEffect } from 'react';
import logo from '../ui/logo.svg';
import { keptWhere } from '../live/device/keeping.ts';
import { LanguageChoice } from './language-choice.tsx';
import { Link } from './navigation.tsx';
import { paths } from './routes.ts';
import './page.css';

/** The frame of every screen outside the board. */
export function Page({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  return (
    <div className="page">
      <header className="page-head">
        <Link href={paths.start} className="page-home">
          <img src={logo} alt="" width={32} height={32} />
          {t('shell.product')}
        </Link>
        <p className="page-belief">{t('shell.belief')}</p>
      </header>
      <main id="main" className={narrow ? 'page-main page-main-narrow' : 'page-main'}>
        {children}
      </main>
      <LanguageChoice />
    </div>
  );
}

/** A sentence in the middle of the screen, with a way on. */
export function Message({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <Page narrow>
      <h1 dir="auto">{title}</h1>
      {hint === undefined ? null : <p className="page-hint">{hint}</p>}
      <div className="page-actions">{children}</div>
    </Page>
  );
}

/** The words of the browser's tab: the screen first, the product after it. */
export function useTitle(words: string | null): void {
  useEffect(() => {
    document.title = words === null || words === '' ? t('shell.product') : `${words} – ${t('shell.product')}`;
  }, [words]);
}

/** For an address that this browser holds no key to. */
export function NotJoined() {
  const hint = keptWhere('small') === 'tab' ? t('shell.forgotHint') : t('shell.notJoinedHint');
  return (
    <Message title={t('shell.notJoined')} hint={hint}>
      <Link className="button button-primary button-l" href={paths.join()}>
        {t('shell.joinWithCode')}
      </Link>
    </Message>
  );
}
