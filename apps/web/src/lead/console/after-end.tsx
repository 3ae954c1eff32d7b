import type { BoardSnapshot, Session } from '@coherence/board';
import { t } from '@coherence/words';
import { Suspense, useState } from 'react';
import { lazyPart } from '../../frame/lazy.ts';
import { useExportItems } from '../../export/export-menu.tsx';
import { useLive } from '../../live/live-context.tsx';
import { useProjection } from '../../live/document/use-projection.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Menu } from '../../ui/menu.tsx';
import { minutesDraftOf } from '../minutes/minutes-draft.ts';
import { againWords } from './state-line.ts';
import type { ConsoleActs } from './use-console.ts';

const VersionsPanel = lazyPart(() => import('../versions/versions-panel.tsx'), 'VersionsPanel', ['versions']);

const keptOf = (snapshot: BoardSnapshot) => snapshot.notes.length;

/** The session is over: what can be taken away and kept of it, and quietly that it can be started again. */
export function AfterEnd({ session: { agenda }, acts }: { session: Session; acts: ConsoleActs }) {
  const board = useLive();
  const kept = useProjection(keptOf);
  const [saving, setSaving] = useState(false);
  const [first] = agenda;
  return (
    <section className="console-now console-after" aria-label={t('room.thePhase')}>
      <h2>{t('console.ended')}</h2>
      <p className="console-quiet">{t('console.endedHint')}</p>
      <Menu
        variant="primary"
        className="console-primary"
        label={t('console.takeAway')}
        items={useExportItems()}
      />
      <Button onClick={() => minutesDraftOf(board.id).showList(true)}>
        {t('console.seeKept', { n: kept })}
      </Button>
      <Button aria-haspopup="dialog" onClick={() => setSaving(true)}>
        {t('console.keepVersion')}
      </Button>
      {first === undefined ? null : (
        <div className="console-again">
          <Button
            variant="quiet"
            aria-disabled={acts.busy}
            aria-describedby="console-again"
            onClick={() => void acts.goTo(first)}
          >
            {t('console.again')}
          </Button>
          <p id="console-again" className="console-quiet">
            {againWords(first)}
          </p>
        </div>
      )}
      <Dialog
        open={saving}
        title={t('shell.versions')}
        closeLabel={t('shell.close')}
        onClose={() => setSaving(false)}
        wide
      >
        <Suspense fallback={<p>{t('shell.loading')}</p>}>
          <VersionsPanel />
        </Suspense>
      </Dialog>
    </section>
  );
}
