import { attention } from './en/attention.ts';
import { addWords, t } from './translate.ts';

addWords({ attention });

/** The words of the board, those about attention among them. */
export { t };
