import { readDoor } from '@coherence/protocol';
import { t } from '@coherence/words';
import { useEffect, useState } from 'react';
import { join, previewJoin, type Door, type JoinPreview } from '../../live/server/api.ts';
import { keyFor } from '../../live/device/identity.ts';
import { Link } from '../../frame/navigation.tsx';
import { Message, Page, useTitle } from '../../frame/page.tsx';
import { paths } from '../../frame/routes.ts';
import { CodeForm } from '../start/code-form.tsx';
import { enterBoard, goToBoard, joinFailure } from './enter-board.ts';
import { JoinForm } from './join-form.tsx';
import { wayIn } from './way-in.ts';

type State =
  | { kind: 'looking' }
  | { kind: 'failed'; words: string }
  | { kind: 'asking'; preview: JoinPreview };

type JoinScreenProps = { code?: string | null; invite?: string };

/** The door of a board: a code or an invitation becomes a person on the board, asked as little as possible. */
export function JoinScreen({ code = null, invite }: JoinScreenProps) {
  useTitle(t('join.title'));
  const door = doorOf(code, invite);
  const [state, setState] = useState<State>({ kind: 'looking' });
  const doorKey = JSON.stringify(door);

  useEffect(() => {
    if (door === null) return;
    let current = true;
    const look = async () => {
      const next = await open(door);
      if (current && next !== null) setState(next);
    };
    void look();
    return () => {
      current = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- the door by value
  }, [doorKey]);

  if (door === null) {
    return (
      <Page narrow>
        <h1>{t('start.joinTitle')}</h1>
        <CodeForm focused />
      </Page>
    );
  }
  switch (state.kind) {
    case 'looking':
      return <Message title={t('join.checking')} />;
    case 'failed':
      return (
        <Page narrow>
          <h1>{t('join.title')}</h1>
          <p dir="auto" className="field-error" role="alert">
            {state.words}
          </p>
          <CodeForm key={doorKey} focused failed={code ?? ''} />
          <Link href={paths.start}>{t('shell.toStart')}</Link>
        </Page>
      );
    case 'asking':
      return <JoinForm door={door} preview={state.preview} />;
  }
}

function doorOf(code: string | null, invite: string | undefined): Door | null {
  if (invite !== undefined) return { invite };
  if (code === null) return null;
  const reading = readDoor(code);
  return reading.kind === 'code' ? { code: reading.code } : { code };
}

/** Looks behind the door, and goes through it where nothing needs to be asked. */
async function open(door: Door): Promise<State | null> {
  const answer = await previewJoin(door);
  if (!answer.ok) return { kind: 'failed', words: joinFailure(answer.error) };
  const preview = answer.value;
  const held = keyFor(preview.id);
  const way = wayIn(held, preview.role);
  if (way === 'ask') return { kind: 'asking', preview };
  if (way === 'enter') {
    goToBoard(preview.id);
    return null;
  }
  const joined = await join(door, way === 'raise' ? held?.token : undefined);
  if (!joined.ok) return { kind: 'failed', words: joinFailure(joined.error) };
  await enterBoard(joined.value);
  return null;
}
