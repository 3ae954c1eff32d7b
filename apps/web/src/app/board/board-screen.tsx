import { useEffect, useState } from 'react';
import { t } from '../../i18n/translate.ts';
import { keyFor } from '../../live/identity.ts';
import { LiveBoardProvider } from '../../live/live-context.tsx';
import { openBoard, type LiveBoard } from '../../live/open-board.ts';
import { announce } from '../../live/presence.ts';
import { Button } from '../../ui/button.tsx';
import { NotJoined } from '../not-joined.tsx';
import { Message } from '../page.tsx';
import type { View } from '../routes.ts';
import { Shell } from './shell.tsx';

type Opening = { kind: 'opening' } | { kind: 'open'; board: LiveBoard } | { kind: 'failed'; why: string };

/** Opens the board this browser holds a key for, and keeps it open while any of its views is shown. */
export function BoardScreen({ id, view }: { id: string; view: View }) {
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' });
  const [isMember] = useState(() => keyFor(id) !== null);

  useEffect(() => {
    const key = keyFor(id);
    if (key === null) return;
    let left = false;
    let opened: LiveBoard | null = null;
    openBoard(key).then(
      (board) => {
        if (left) return board.destroy();
        opened = board;
        announce(board);
        setOpening({ kind: 'open', board });
      },
      (error: unknown) => setOpening({ kind: 'failed', why: String(error) }),
    );
    return () => {
      left = true;
      opened?.destroy();
    };
  }, [id]);

  if (!isMember) {
    return <NotJoined />;
  }
  switch (opening.kind) {
    case 'opening':
      return <Message title={t('shell.opening')} />;
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
          <Shell view={view} />
        </LiveBoardProvider>
      );
  }
}
