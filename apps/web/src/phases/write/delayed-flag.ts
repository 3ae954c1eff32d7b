import { useEffect, useState } from 'react';

/** Runs `work` once after so many milliseconds; the function it gives back cancels that. */
export type After = (ms: number, work: () => void) => () => void;

/** Sets a flag `ms` milliseconds from now. The function it gives back clears the flag, or cancels setting it. */
export function startDelayed(ms: number, after: After, set: (flag: boolean) => void): () => void {
  const cancel = after(ms, () => set(true));
  return () => {
    cancel();
    set(false);
  };
}

const afterAWhile: After = (ms, work) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

/** True once `is` has been true for `ms` milliseconds without a break. */
export function useDelayed(is: boolean, ms: number): boolean {
  const [isSet, set] = useState(false);
  useEffect(() => (is ? startDelayed(ms, afterAWhile, set) : undefined), [is, ms]);
  return is && isSet;
}
