import { agendaFrom, type AgendaTemplate, type Anonymity, type Phase } from '@coherence/board';
import { t } from '@coherence/words';

/** The phases of a template in the language of this page. `word`: what the board calls its units. */
export function templateAgenda(
  template: AgendaTemplate,
  word: string,
  identity?: Anonymity,
): readonly Phase[] {
  return agendaFrom(template, (text) => t(`templates.text_${text}`, { word }), identity);
}
