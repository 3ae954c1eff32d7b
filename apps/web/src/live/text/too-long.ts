import { t } from '@coherence/words';

/** What stands above a text that is cut because it is too long. */
export const sayTooLong = (count: number, most: number): string => t('live.tooLong', { count, most });
