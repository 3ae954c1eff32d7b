import { t } from '../i18n/translate.ts';

export function App() {
  return <h1>{t('shell.product')}</h1>;
}
