import { spacedCode } from '@coherence/protocol';
import { Suspense, type ReactNode } from 'react';
import { t } from '@coherence/words';
import { typedAddress } from '../invite/addresses.ts';
import type { Invitation } from '../invite/use-invitation.ts';
import { useMeta } from '../live/document/use-projection.ts';
import { useSaved } from '../live/live-context.tsx';
import { PhaseClock } from '../together/clock/phase-clock.tsx';

/** A question of more characters is set smaller, so that all of it stands there. */
const LONG = 100;

type WallFrameProps = {
  /** What stands lower left: how far the room is, or which page this is. */
  foot?: ReactNode;
  /** Null where the wall itself says how to join, or nobody should. */
  door: Invitation | null;
  hasClock?: boolean;
  children: ReactNode;
};

/** What frames every wall: the question and the clock on top, the way in for latecomers below. */
export function WallFrame({ foot, door, hasClock = true, children }: WallFrameProps) {
  const { title, question } = useMeta();
  const [address] = door?.addresses ?? [];
  return (
    <>
      <header className="wall-head">
        <h1 dir="auto" data-long={(question || title).length > LONG || undefined}>
          {question || title}
        </h1>
        <div className="wall-clock">{hasClock ? <PhaseClock /> : null}</div>
      </header>
      <div className="wall-body">
        <Suspense fallback={null}>{children}</Suspense>
      </div>
      <footer
        className="wall-foot"
        hidden={door === null && (foot === null || foot === undefined || foot === '')}
      >
        <div className="wall-foot-words">{foot}</div>
        {door === null ? null : (
          <p className="wall-door">
            {address === undefined ? null : (
              <span>{t('share.joinAt', { address: typedAddress(address) })}</span>
            )}
            <strong>{spacedCode(door.code)}</strong>
          </p>
        )}
      </footer>
      <OfflineMark />
    </>
  );
}

/** The wall stays as it is while the connection is gone; a small ring says so. */
function OfflineMark() {
  const { kind } = useSaved();
  const isOffline = kind === 'offline' || kind === 'connecting';
  return isOffline ? (
    <p className="wall-offline">
      <span className="visually-hidden">{t('projector.offline')}</span>
    </p>
  ) : null;
}
