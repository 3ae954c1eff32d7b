import { preflight } from './en/preflight.ts';
import { addWords, t } from './translate.ts';

addWords({ preflight });

/** The words of the board, those of the check of the room among them. */
export { t };
