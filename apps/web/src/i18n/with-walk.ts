import { place } from './en/place.ts';
import { walk } from './en/walk.ts';
import { addWords, t } from './translate.ts';

addWords({ place, walk });

/** The words of the board, those about walking and placing notes among them. */
export { t };
