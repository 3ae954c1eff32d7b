import { useEffect, useState } from 'react';

/** Runs `work` once after so many milliseconds; the answer calls it off. */
export type After = (ms: number, work: () => void) => () => void;

/** From now on something holds: tells true once it has for `ms` without a break, and false when the answer is called. */
export function startLasting(ms: number, after: After, tell: (lasts: boolean) => void): () => void {
  const cancel = after(ms, () => tell(true));
  return () => {
    cancel();
    tell(false);
  };
}

const afterAWhile: After = (ms, work) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

/** True once `is` has held for so many milliseconds without a break. */
export function useLasting(is: boolean, ms: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => (is ? startLasting(ms, afterAWhile, setLasts) : undefined), [is, ms]);
  return is && lasts;
}
