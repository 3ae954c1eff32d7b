import { keep } from './en/keep.ts';
import { addWords, t } from './translate.ts';

addWords({ keep });

/** The words of the board, those about keeping for the minutes among them. */
export { t };
