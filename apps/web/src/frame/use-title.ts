import { t } from '@coherence/words';
import { useEffect } from 'react';

/** The words of the browser's tab: the screen first, the product after it. */
export function useTitle(words: string | null): void {
  useEffect(() => {
    document.title = words === null || words === '' ? t('shell.product') : `${words} – ${t('shell.product')}`;
  }, [words]);
}
