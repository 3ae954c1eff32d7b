import { notSent } from './en/not-sent.ts';
import { addWords, t } from './translate.ts';

addWords({ notSent });

/** The words of the board, those about what was not sent among them. */
export { t };
