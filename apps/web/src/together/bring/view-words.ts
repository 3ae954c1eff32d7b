import { t } from '@coherence/words';

/** A view as it stands in a sentence: "the map". */
export function viewWords(view: string): string {
  switch (view) {
    case 'map':
      return t('attention.theMap');
    case 'outline':
      return t('attention.theOutline');
    case 'room':
      return t('attention.theRoom');
    default:
      return t('attention.theGrid');
  }
}
