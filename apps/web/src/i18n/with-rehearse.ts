import { rehearse } from './en/rehearse.ts';
import { addWords, t } from './translate.ts';

addWords({ rehearse });

/** The words of the board, those about rehearsing among them. */
export { t };
