import { agendaFrom, type AgendaTemplate, type Anonymity, type Phase } from '@coherence/board';
import { t } from '@coherence/words';

/** The phases of a template in the language of this page. */
export function templateAgenda(template: AgendaTemplate, identity?: Anonymity): readonly Phase[] {
  return agendaFrom(template, (text) => t(`templates.text_${text}`), identity);
}
