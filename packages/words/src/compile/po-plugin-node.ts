import { compileCatalog } from './compile-catalog.ts';
import { sectionOf } from './read-entries.ts';
import { termsOf } from './read-terms-node.ts';

/** What Vite asks of a plugin, as far as this one goes. */
interface Plugin {
  readonly name: string;
  readonly transform: (code: string, id: string) => { code: string; map: null } | null;
}

/** Makes a `.po` file a module that exports its compiled messages as `catalog`: no reader of PO or ICU goes to browsers. */
export function poCatalogs(): Plugin {
  return {
    name: 'po-catalogs',
    transform: (code, id) => {
      const [path = ''] = id.split('?');
      if (!path.endsWith('.po')) return null;
      const [language = '', file = ''] = path.split('/').slice(-2);
      const catalog = compileCatalog(sectionOf(file), code, termsOf(language));
      return { code: `export const catalog = ${JSON.stringify(catalog)};`, map: null };
    },
  };
}
