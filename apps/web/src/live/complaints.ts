import { settableValue } from '@coherence/protocol/observable-value';
import type { Failed } from './failure.ts';

const latest = settableValue<Failed | null>(null, () => false);

/** Tells the person what did not work: the app shell, which shows messages, listens. */
export function complain(failed: Failed): void {
  latest.set(failed);
}

export function onComplaint(listener: (failed: Failed) => void): () => void {
  return latest.subscribe(() => {
    const failed = latest.getSnapshot();
    if (failed !== null) listener(failed);
  });
}
