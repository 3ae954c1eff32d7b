import { t } from '@coherence/words';

const HOUR = 60;

/** "4 h" for whole hours from two on, else "90 min". */
export function lengthWords(minutes: number): string {
  return minutes % HOUR === 0 && minutes > HOUR
    ? t('create.length', { hours: minutes / HOUR })
    : t('create.lengthMinutes', { minutes });
}
