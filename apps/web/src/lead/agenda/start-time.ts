import { writing } from '@coherence/words';
const QUARTER_MS = 15 * 60_000;

/** The next full quarter of an hour. */
export function nextQuarter(now: number): number {
  return Math.ceil(now / QUARTER_MS) * QUARTER_MS;
}

/** "09:05" on this device's clock, as a time field wants it. */
export function clockOf(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The moment at which the clock shows `time` on the day of `now`, milliseconds since 1970. */
export function timeOn(now: number, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const date = new Date(now);
  date.setHours(hours, minutes, 0, 0);
  return date.getTime();
}

/** A moment as people read it from a clock where this device is: "10:35 AM". */
export function timeWords(at: number): string {
  return writing().time(at, { hour: 'numeric', minute: '2-digit' });
}
