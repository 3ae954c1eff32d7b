import { t } from '@coherence/words';
import { Link } from '../../frame/navigation.tsx';
import { Page } from '../../frame/page.tsx';
import { paths } from '../../frame/routes.ts';
import { useTitle } from '../../frame/use-title.ts';
import { CodeForm } from './code-form.tsx';
import { YourBoards } from './your-boards.tsx';
import './start-screen.css';

export function StartScreen() {
  useTitle(null);
  return (
    <Page>
      <h1>{t('start.title')}</h1>
      <div className="start-doors">
        <section className="page-card">
          <h2>{t('start.joinTitle')}</h2>
          <CodeForm />
        </section>
        <section className="start-prepare">
          <h2>{t('start.prepare')}</h2>
          <p className="page-hint">{t('start.prepareHint')}</p>
          <Link className="button button-l" href={paths.create}>
            {t('start.prepareButton')}
          </Link>
        </section>
      </div>
      <YourBoards />
      <About />
    </Page>
  );
}

function About() {
  return (
    <section className="start-about">
      <h2>{t('start.about')}</h2>
      <p>{t('start.runBy', { host: location.host })}</p>
      <p>{t('start.stores')}</p>
    </section>
  );
}
