import { t } from '@coherence/words';
import { Suspense, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { boardInfo } from '../../live/server/api.ts';
import { keyFor } from '../../live/device/identity.ts';
import { openCurrentBoard } from '../../live/current-board.ts';
import { LiveBoardProvider, useLive, useSaved } from '../../live/live-context.tsx';
import { openBoard, type LiveBoard } from '../../live/open-board.ts';
import { announce } from '../../live/people/presence.ts';
import { Button } from '../../ui/button.tsx';
import { lazyPart } from '../../frame/lazy.ts';
import { notify } from '../../frame/notices.ts';
import { NotJoined, Message } from '../../frame/page.tsx';
import type { View } from '../../frame/routes.ts';
import { Shell } from './shell.tsx';

const ProjectorScreen = lazyPart(() => import('../../wall/projector-screen.tsx'), 'ProjectorScreen', [
  'console',
  'heat',
  'projector',
  'share',
]);

const RemovedScreen = lazyPart(() => import('./removed-screen.tsx'), 'RemovedScreen', ['map', 'notSent']);

type Opening = { kind: 'opening' } | { kind: 'open'; board: LiveBoard } | { kind: 'failed'; why: string };

/** Opens the board this browser holds a key for, and keeps it open while any of its views is shown. */
export function BoardScreen({ id, view }: { id: string; view: View }) {
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' });
  const [isMember] = useState(() => keyFor(id) !== null);

  useEffect(() => {
    if (keyFor(id) === null) return;
    return openCurrentBoard({
      open: async () => {
        const key = keyFor(id);
        if (key === null) throw new Error(t('shell.notJoined'));
        const board = await openBoard(key);
        announce(board);
        return board;
      },
      onBoard: (board) => {
        // Fields let go of a document before it is closed, so that their last word is not lost.
        if (board === null) flushSync(() => setOpening({ kind: 'opening' }));
        else setOpening({ kind: 'open', board });
      },
      onReplaced: (why) => tell(id, t(why === 'renewed' ? 'shell.wasRenewed' : 'shell.notSentRefused')),
      askWho: async ({ me }) => {
        const info = await boardInfo(id, me.token);
        return info.ok ? { name: info.value.name || null, unit: info.value.unit || null } : null;
      },
      onWho: (before, now, { snapshots }) => {
        if (before.name !== now.name) notify(t('shell.nowNamed', { name: now.name ?? t('shell.noName') }));
        const { unitWord: word } = snapshots.get().meta;
        if (before.unit !== now.unit) notify(t('shell.nowMoved', { word }));
      },
      onRole: (role) => tell(id, t('shell.newRole', { role: t(`join.role_${role}`) })),
      onFailed: (error) => setOpening({ kind: 'failed', why: String(error) }),
    });
  }, [id]);

  if (!isMember) {
    return <NotJoined />;
  }
  switch (opening.kind) {
    case 'opening':
      return isWall(id) ? null : <Message title={t('shell.opening')} />;
    case 'failed':
      return (
        <Message title={t('shell.openFailed')} hint={opening.why}>
          <Button variant="primary" size="l" onClick={() => location.reload()}>
            {t('shell.reload')}
          </Button>
        </Message>
      );
    case 'open':
      return (
        <LiveBoardProvider board={opening.board}>
          <OpenBoard key={opening.board.doc.guid} view={view} />
        </LiveBoardProvider>
      );
  }
}

const isWall = (id: string): boolean => keyFor(id)?.role === 'display';

/** A wall tells the room nothing of what happens to its own document. */
function tell(id: string, words: string): void {
  if (!isWall(id)) notify(words);
}

/** The board, or the way back in for a person who was removed from it. */
function OpenBoard({ view }: { view: View }) {
  const saved = useSaved();
  const { role } = useLive();
  const reason = saved.kind === 'refused' && saved.refusal.by === 'connection' ? saved.refusal.reason : null;
  if (reason !== 'not-allowed' && reason !== 'no-token') {
    return role === 'display' ? (
      <Suspense fallback={null}>
        <ProjectorScreen />
      </Suspense>
    ) : (
      <Shell view={view} />
    );
  }
  return (
    <Suspense fallback={null}>
      <RemovedScreen />
    </Suspense>
  );
}
