import { t } from '@coherence/words';
import { useState } from 'react';
import { Link } from '../../frame/navigation.tsx';
import { Page, useTitle } from '../../frame/page.tsx';
import { paths } from '../../frame/routes.ts';
import { CodeForm } from './code-form.tsx';
import { forgetBoard, recallBoards, type BoardKey } from '../../live/device/identity.ts';
import { keptWhere } from '../../live/device/keeping.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
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

/** The boards this browser holds a key for. Taking one off drops the key, so it is asked twice. */
function YourBoards() {
  const [boards, setBoards] = useState(recallBoards);
  const [leaving, setLeaving] = useState<BoardKey | null>(null);
  const forget = () => {
    if (leaving !== null) forgetBoard(leaving.id);
    setBoards(recallBoards());
    setLeaving(null);
  };
  return (
    <section className="start-boards">
      <h2>{t('start.yourBoards')}</h2>
      {boards.length === 0 ? (
        <p className="page-hint">{t('start.noBoards', { place: keptWhere('small') })}</p>
      ) : null}
      <ul>
        {boards.map((board) => (
          <li key={board.id}>
            <Link href={paths.board(board.id)}>
              <bdi>{board.title === '' ? board.id : board.title}</bdi>
            </Link>
            <span className="start-role">{t('start.role', { role: t(`join.role_${board.role}`) })}</span>
            <Button
              variant="quiet"
              aria-label={t('start.forgetName', { title: board.title })}
              onClick={() => setLeaving(board)}
            >
              {t('start.forget')}
            </Button>
          </li>
        ))}
      </ul>
      <Dialog
        open={leaving !== null}
        title={t('start.forgetTitle')}
        closeLabel={t('shell.close')}
        onClose={() => setLeaving(null)}
        footer={
          <>
            <Button onClick={() => setLeaving(null)}>{t('start.keep')}</Button>
            <Button variant="primary" onClick={forget}>
              {t('start.forget')}
            </Button>
          </>
        }
      >
        <p>{t('start.forgetHint', { title: leaving?.title ?? '' })}</p>
      </Dialog>
    </section>
  );
}
