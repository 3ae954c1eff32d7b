import { useEffect, useState } from 'react';
import { startLasting } from './lasting.ts';
import type { After } from './lasting.ts';

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
