import { writing } from '@coherence/words';

const SECOND_MS = 1000;
const LAST_MINUTE_MS = 60_000;

type ClockTime = {
  /** "8:14", or "1:02:30" from an hour on. */
  readonly digits: string;
  /** Counts up after the end: nothing ends by itself. */
  readonly isOver: boolean;
  readonly isLastMinute: boolean;
  /** Milliseconds until the digits change. */
  readonly changesIn: number;
};

/**
 * What a clock that ends at `endsAt` shows at `now`, both in milliseconds since 1970: begun seconds on the way down,
 * whole ones on the way up, so that it stands at 0:00 for the second in which it ends.
 */
export function clockTime(endsAt: number, now: number): ClockTime {
  const left = endsAt - now;
  const isOver = left <= -SECOND_MS;
  const seconds = Math.max(0, isOver ? Math.floor(-left / SECOND_MS) : Math.ceil(left / SECOND_MS));
  const rest = ((left % SECOND_MS) + SECOND_MS) % SECOND_MS;
  return {
    digits: digitsOf(seconds),
    isOver,
    isLastMinute: left > 0 && left <= LAST_MINUTE_MS,
    changesIn: rest === 0 ? SECOND_MS : rest,
  };
}

function digitsOf(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours === 0 ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}

/** As people read it from a clock: 10:35. `at`: milliseconds since 1970. */
export function timeOfDay(at: number): string {
  return writing().time(at, { hour: 'numeric', minute: '2-digit' });
}
