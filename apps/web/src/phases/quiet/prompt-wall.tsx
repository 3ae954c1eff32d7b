import type { PhaseProps } from '../phase-kind.ts';
import { Words } from '../wall-words.tsx';

/** What the phase asks. */
export function PromptWall({ phase }: PhaseProps) {
  return <Words words={phase.prompt || phase.title} line={phase.prompt === '' ? '' : phase.title} />;
}
