import { write } from './en/write.ts';
import { addWords, t } from './translate.ts';

addWords({ write });

/** The words of the board, those of writing alone among them. */
export { t };
