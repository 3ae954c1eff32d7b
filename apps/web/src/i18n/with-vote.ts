import { vote } from './en/vote.ts';
import { addWords, t } from './translate.ts';

addWords({ vote });

/** The words of the board, those about votes among them. */
export { t };
