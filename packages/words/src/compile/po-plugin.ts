import { compileCatalog, sectionOf } from './compile-catalog.ts';

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
      const section = sectionOf(path.split('/').at(-1) ?? '');
      return { code: `export const catalog = ${JSON.stringify(compileCatalog(section, code))};`, map: null };
    },
  };
}
