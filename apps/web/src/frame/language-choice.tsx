import { currentLanguage, LANGUAGES, t } from '@coherence/words';
import { keepLanguage } from './language.ts';

/** The languages by their own names, where there are several; the page is loaded again in the one that is chosen. */
export function LanguageChoice() {
  const languages = Object.entries(LANGUAGES);
  if (languages.length < 2) return null;
  return (
    <label className="page-language">
      {t('shell.language')}{' '}
      <select
        value={currentLanguage()}
        onChange={({ target }) => {
          keepLanguage(target.value);
          location.reload();
        }}
      >
        {languages.map(([tag, name]) => (
          <option dir="auto" key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
