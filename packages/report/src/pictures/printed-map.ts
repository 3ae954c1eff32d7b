import type { BoardSnapshot } from '@coherence/board';
import { mapPicture } from '@coherence/picture';
import type { Translate } from '@coherence/words';
import { calendarDate } from '../file/calendar-date.ts';
import { tooMuchToDraw } from './least-size.ts';
import { mapModelOf } from './map-model.ts';
import { pictureHead } from './picture-head.ts';
import { pictureWords } from './picture-words.ts';

type PrintOptions = { readonly today: Date; readonly language: string; readonly t: Translate };

/**
 * The whole map as an SVG document for a page that has the fonts; null for one that takes too long to draw. Its date is
 * that of the session, else today.
 */
export function printedMap(snapshot: BoardSnapshot, { today, language, t }: PrintOptions): string | null {
  const date = snapshot.meta.sessionDate ?? calendarDate(today);
  const model = mapModelOf(snapshot, pictureHead(snapshot, date, language));
  return tooMuchToDraw(model) === null ? mapPicture(model, { words: pictureWords(t) }) : null;
}
