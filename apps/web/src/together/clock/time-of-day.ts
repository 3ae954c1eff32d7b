import { writing } from '@coherence/words';
/** As people read it from a clock: 10:35. `at`: milliseconds since 1970. */
export function timeOfDay(at: number): string {
  return writing().time(at, { hour: 'numeric', minute: '2-digit' });
}
