import { versions } from './en/versions.ts';
import { addWords, t } from './translate.ts';

addWords({ versions });

/** The words of the board, those about versions of the board among them. */
export { t };
