import { QuietScreen } from '../room/quiet-screen.tsx';
import { usePhase } from '../room/use-phase.ts';

/** What the projector shows: one thing, large, and no console. */
export function ProjectorScreen() {
  const phase = usePhase();
  return phase === null ? null : <QuietScreen phase={phase} />;
}
