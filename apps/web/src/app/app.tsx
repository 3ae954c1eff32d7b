import { t } from '@coherence/words';
import { Suspense, useEffect } from 'react';
import { lazyPart } from '../frame/lazy.ts';
import { onComplaint } from '../live/complaints.ts';
import { sayFailure } from '../live/failure.ts';
import { useValue } from '../live/use-value.ts';
import { Tips } from '../ui/tips/tips.tsx';
import { Toasts } from '../ui/toast.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { JoinScreen } from './join/join-screen.tsx';
import { Link, useRoute } from '../frame/navigation.tsx';
import { dismissNotice, notices, notify } from '../frame/notices.ts';
import { Message } from '../frame/page.tsx';
import { paths, type Route } from '../frame/routes.ts';
import { StartScreen } from './start/start-screen.tsx';

const BoardScreen = lazyPart(() => import('./board/board-screen.tsx'), 'BoardScreen');
const CreateScreen = lazyPart(() => import('./create/create-screen.tsx'), 'CreateScreen', [
  'create',
  'templates',
  'units',
]);
const SheetScreen = lazyPart(() => import('./invite/sheet-screen.tsx'), 'SheetScreen', ['share']);
const PosterScreen = lazyPart(() => import('./invite/poster-screen.tsx'), 'PosterScreen', ['share']);

const CheckScreen = lazyPart(() => import('../lead/room-check/check-screen.tsx'), 'CheckScreen', [
  'preflight',
]);
const ReachedScreen = lazyPart(() => import('../lead/room-check/reached-screen.tsx'), 'ReachedScreen', [
  'preflight',
]);

export function App() {
  const route = useRoute();
  useEffect(() => onComplaint((failed) => notify(sayFailure(failed), 'wrong')), []);
  return (
    <>
      <ErrorBoundary resetKey={keyOf(route)}>
        <Suspense fallback={<p className="visually-hidden">{t('shell.loading')}</p>}>
          <Screen route={route} />
        </Suspense>
      </ErrorBoundary>
      <Toasts toasts={useValue(notices)} closeLabel={t('shell.close')} onClose={dismissNotice} />
      <Tips />
    </>
  );
}

function Screen({ route }: { route: Route }) {
  switch (route.name) {
    case 'start':
      return <StartScreen />;
    case 'create':
      return <CreateScreen />;
    case 'join':
      return <JoinScreen key={route.code} code={route.code} />;
    case 'invited':
      return <JoinScreen key={route.invite} invite={route.invite} />;
    case 'board':
      return <BoardScreen key={route.id} id={route.id} view={route.view} />;
    case 'sheet':
      return <SheetScreen id={route.id} />;
    case 'poster':
      return <PosterScreen id={route.id} />;
    case 'check':
      return <CheckScreen id={route.id} />;
    case 'reached':
      return <ReachedScreen code={route.code} />;
    case 'lost':
      return (
        <Message title={t('shell.notHere')} hint={t('shell.notHereHint')}>
          <Link className="button button-primary button-l" href={paths.start}>
            {t('shell.toStart')}
          </Link>
        </Message>
      );
  }
}

/** A board is one screen whatever its view: a fault of one view is caught inside it. */
function keyOf(route: Route): string {
  return route.name === 'board' ? `board ${route.id}` : JSON.stringify(route);
}
