import type { BoardSnapshot } from '@coherence/board';
import type { PictureHead } from '@coherence/picture';
import { writtenDate } from '../file/calendar-date.ts';

/** What stands above a picture of a board. `date`: YYYY-MM-DD; `people`: how many were in the session, where that is known. */
export function pictureHead(
  { meta }: BoardSnapshot,
  date: string,
  language: string,
  people?: number,
): PictureHead {
  return {
    title: meta.title,
    question: meta.question,
    date: writtenDate(date, language),
    org: meta.about.organization ?? undefined,
    people,
  };
}
