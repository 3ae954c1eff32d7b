import { full } from './en/full.ts';
import { addWords, t } from './translate.ts';

addWords({ full });

/** The words of the board, those about room on the board among them. */
export { t };
