import { writingIn } from '@coherence/words';

/** The calendar date a Date shows on this machine's clock, or the date an ISO text starts with, as YYYY-MM-DD. */
export function calendarDate(date: Date | string): string {
  if (typeof date === 'string') return date.slice(0, 10);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** YYYY-MM-DD as people write it in a language: January 14, 2027. Anything else is given back. */
export function writtenDate(date: string, language: string): string {
  const [day] = /^\d{4}-\d{2}-\d{2}$/.exec(date) ?? [];
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return date;
  return writingIn(language).time(at.getTime(), { dateStyle: 'long', timeZone: 'UTC' });
}
