import { t } from '../../i18n/translate.ts';

const number = new Intl.NumberFormat('en');

/** What stands above a text that is cut because it is too long. */
export const sayTooLong = (count: number, most: number): string =>
  t('live.tooLong', { count: number.format(count), most: number.format(most) });
