import { speechIn } from '@coherence/words';
import { readCatalogs } from '@coherence/words/node';
import { pictureWords } from '../pictures/picture-words.ts';

readCatalogs();

/** English, for tests. */
export const english = speechIn('en');
export const englishPictures = pictureWords(english.t);
