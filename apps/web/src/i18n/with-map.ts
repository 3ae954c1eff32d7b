import { map } from './en/map.ts';
import { outline } from './en/outline.ts';
import { addWords, t } from './translate.ts';

addWords({ map, outline });

/** The words of the board, those of the map and its outline among them. */
export { t };
