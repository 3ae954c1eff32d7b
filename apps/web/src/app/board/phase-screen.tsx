import type { Phase } from '@coherence/board';
import { t } from '@coherence/words';
import { Suspense } from 'react';
import { PHASE_LOOKS } from '../../phases/kinds.ts';
import { useFromTop } from '../../phases/use-from-top.ts';

/** The screen of the phase that is on, for everyone but the projector. */
export function PhaseScreen({ phase }: { phase: Phase }) {
  const Screen = PHASE_LOOKS[phase.kind].screen;
  useFromTop(phase.id);
  return Screen === null ? null : (
    <Suspense fallback={<p className="shell-wait">{t('shell.loading')}</p>}>
      <Screen key={phase.id} phase={phase} />
    </Suspense>
  );
}
