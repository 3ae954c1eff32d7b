import { useState } from 'react';
import { t } from '../../i18n/translate.ts';
import { forgetBoard, recallBoards } from '../../live/identity.ts';
import { Button } from '../../ui/button.tsx';
import { Link } from '../navigation.tsx';
import { Page } from '../page.tsx';
import { paths } from '../routes.ts';
import { useTitle } from '../use-title.ts';
import { CodeForm } from './code-form.tsx';
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

function YourBoards() {
  const [boards, setBoards] = useState(recallBoards);
  return (
    <section className="start-boards">
      <h2>{t('start.yourBoards')}</h2>
      {boards.length === 0 ? <p className="page-hint">{t('start.noBoards')}</p> : null}
      <ul>
        {boards.map((board) => (
          <li key={board.id}>
            <Link href={paths.board(board.id)}>{board.title === '' ? board.id : board.title}</Link>
            <span className="start-role">{t('start.role', { role: t(`join.${board.role}`) })}</span>
            <Button
              variant="quiet"
              aria-label={t('start.forgetName', { title: board.title })}
              onClick={() => {
                forgetBoard(board.id);
                setBoards(recallBoards());
              }}
            >
              {t('start.forget')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
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
