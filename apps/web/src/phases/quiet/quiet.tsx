import type { ComponentType } from 'react';
import { lazy } from '../../frame/lazy.ts';
import { t, type PlainKey } from '../../i18n/translate.ts';
import type { PhaseProps } from '../phase-kind.ts';

const QuietScreen = lazy(async () => ({ default: (await import('./quiet-screen.tsx')).QuietScreen }));

/** The screen of a phase in which people talk, with the words of that phase. */
export function quiet(words: PlainKey): ComponentType<PhaseProps> {
  return function Quiet({ phase }) {
    return <QuietScreen phase={phase} words={t(words)} />;
  };
}
