import { t, type PlainKey } from '@coherence/words';
import type { ComponentType } from 'react';
import { lazyPart } from '../../frame/lazy.ts';
import type { PhaseProps } from '../phase-kind.ts';

const QuietScreen = lazyPart(() => import('./quiet-screen.tsx'), 'QuietScreen');

/** The screen of a phase in which people talk, with the words of that phase. */
export function quiet(words: PlainKey): ComponentType<PhaseProps> {
  return function Quiet({ phase }) {
    return <QuietScreen phase={phase} words={t(words)} />;
  };
}
