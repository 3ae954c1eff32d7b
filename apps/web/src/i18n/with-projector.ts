import { projector } from './en/projector.ts';
import { addWords, t } from './translate.ts';

addWords({ projector });

/** The words of the board, those on the wall among them. */
export { t };
