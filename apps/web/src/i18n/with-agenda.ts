import { agenda } from './en/agenda.ts';
import { create } from './en/create.ts';
import { console } from './en/console.ts';
import { addWords, t } from './translate.ts';

addWords({ agenda, create, console });

/** The words of the board, those of agendas and the console among them. */
export { t };
