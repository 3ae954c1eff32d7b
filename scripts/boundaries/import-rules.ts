import { isBuiltin } from 'node:module';
import {
  KEPT,
  MAY_IMPORT,
  MAY_USE_TOOLS,
  RESERVED,
  TOOL_FOLDER,
  WEB_ENTRY,
  WEB_LEAD,
  WEB_LEAVES,
  WEB_LED,
  WEB_ROOF,
} from './layout.ts';
import type { ImportSite } from './read-imports.ts';
import type { Manifest, Module, Violation } from './source.ts';
import { isRelative, partOf, resolveRelative } from './source.ts';

/** A broken rule without its place, or nothing. */
type Verdict = Pick<Violation, 'rule' | 'remedy'> | undefined;
type Rule = (module: Module, site: ImportSite, manifests: readonly Manifest[]) => Verdict;

const WORKSPACE = /^@coherence\/([^/]+)/;
const WEB_SOURCE = 'apps/web/src/';

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** What has no package.json of its own is `scripts`. */
const named = (folder: string) => (folder === '' ? 'scripts' : folder);

const workspaceName = (specifier: string) => WORKSPACE.exec(specifier)?.[1];

const whoMayImportWhom: Rule = ({ folder }, { specifier }) => {
  const target = workspaceName(specifier);
  if (target === undefined) return undefined;
  const allowed = MAY_IMPORT[folder] ?? [];
  if (allowed.includes(target)) return undefined;
  const list = allowed.length > 0 ? `only ${allowed.join(', ')}` : 'nothing of ours';
  const remedy =
    'move the code to the side that may know both, or describe what you need as a structural type';
  return { rule: `${named(folder)} imports ${list}, not ${specifier}`, remedy };
};

const relativeImportsStay: Rule = ({ path, folder }, { specifier }) => {
  if (!isRelative(specifier)) return undefined;
  const target = resolveRelative(path, specifier);
  if (target.startsWith(`${named(folder)}/`)) return undefined;
  if (target.startsWith(TOOL_FOLDER) && MAY_USE_TOOLS.some((user) => path.startsWith(user))) return undefined;
  return {
    rule: `a relative import leaves ${named(folder)}: ${specifier}`,
    remedy: 'import the package by its name, and export what you need from its src/index.ts',
  };
};

const PACKAGE_TESTING = /^@coherence\/[^/]+\/testing$/;

const testsStandAbove: Rule = ({ path, part }, { specifier }) => {
  const target = isRelative(specifier) ? partOf(resolveRelative(path, specifier)) : undefined;
  if (target === 'test') {
    return {
      rule: `a test is imported: ${specifier}`,
      remedy: 'move what both need into a file beside them, or into testing/',
    };
  }
  const isOffered = PACKAGE_TESTING.test(specifier) && !MAY_USE_TOOLS.some((user) => path.startsWith(user));
  if (part !== 'source' || !(target === 'support' || isOffered)) return undefined;
  return {
    rule: `what people run imports what is there for tests: ${specifier}`,
    remedy: 'move what both need out of testing/',
  };
};

const reservedLibraries: Rule = ({ path, part }, { specifier }) => {
  const reserved = RESERVED.find(({ matches }) => matches.test(specifier));
  if (reserved === undefined) return undefined;
  const homes = [...reserved.folders, ...(part === 'source' ? [] : (reserved.tests ?? []))];
  if (homes.some((folder) => path.startsWith(folder))) return undefined;
  const where = reserved.folders.map((folder) => folder.replace(/\/$/, '')).join(', ');
  return { rule: `${reserved.name} is imported only in ${where}`, remedy: reserved.instead };
};

const keptFiles: Rule = ({ path }, { specifier }) => {
  const target = isRelative(specifier) ? resolveRelative(path, specifier) : undefined;
  const kept = KEPT.find(({ file }) => file === target);
  if (kept === undefined || kept.users.some((user) => path.startsWith(user))) return undefined;
  return { rule: `${kept.file} is imported only by ${kept.users.join(', ')}`, remedy: kept.instead };
};

/** A package's entry for Node alone, published on its own subpath; nothing else in the package may lean on it. */
const NODE_ENTRY = /-node\.ts$/;

const packagesRunAnywhere: Rule = ({ path, folder, isDevelopment }, { specifier }) => {
  if (!folder.startsWith('packages/') || isDevelopment || NODE_ENTRY.test(path)) return undefined;
  if (!isBuiltin(specifier) && !(isRelative(specifier) && NODE_ENTRY.test(specifier))) return undefined;
  return {
    rule: `${folder} also runs in the browser and imports ${specifier}`,
    remedy: 'take what you need as a parameter and let the app pass it in',
  };
};

const declaredDependencies: Rule = ({ folder, isDevelopment }, { specifier, typeOnly }, manifests) => {
  if (isRelative(specifier) || isBuiltin(specifier) || /^(virtual:|data:|#)/.test(specifier))
    return undefined;
  const own = manifests.find((manifest) => manifest.folder === folder);
  const root = manifests.find((manifest) => manifest.folder === '');
  const name = packageOf(specifier);
  const development = [...(own?.devDependencies ?? []), ...(root?.devDependencies ?? [])];
  const mayUse = [...(own?.dependencies ?? []), ...(isDevelopment || typeOnly ? development : [])];
  if (name === own?.name || mayUse.includes(name)) return undefined;
  const manifestPath = folder === '' ? 'package.json' : `${folder}/package.json`;
  const list = isDevelopment ? 'dependencies or devDependencies' : 'dependencies';
  return { rule: `${name} is not declared`, remedy: `add it to the ${list} of ${manifestPath}` };
};

const webLayers: Rule = ({ path }, { specifier }) => {
  if (!path.startsWith(WEB_SOURCE)) return undefined;
  const [layer = '', view = ''] = path.slice(WEB_SOURCE.length).split('/');
  const target = isRelative(specifier) ? resolveRelative(path, specifier) : undefined;
  const isLeaf = WEB_LEAVES.some((leaf) => leaf === layer);
  const isOurs =
    workspaceName(specifier) !== undefined || target?.startsWith(`${WEB_SOURCE}${layer}/`) === false;
  if (isLeaf && isOurs) {
    return {
      rule: `apps/web/src/${layer} imports nothing of ours, not ${specifier}`,
      remedy: 'pass it in as a parameter or a property',
    };
  }
  const isAbove = layer === WEB_ROOF || layer === WEB_ENTRY;
  if (!isAbove && target?.startsWith(`${WEB_SOURCE}${WEB_ROOF}/`) === true) {
    return {
      rule: `apps/web/src/${layer} imports what puts it together: ${specifier}`,
      remedy: 'move what both need into frame, live or ui',
    };
  }
  const isLed = WEB_LED.some((led) => led === layer);
  if (isLed && target?.startsWith(`${WEB_SOURCE}${WEB_LEAD}/`) === true) {
    return {
      rule: `apps/web/src/${layer} imports what only facilitators see: ${specifier}`,
      remedy: 'move what both need into together',
    };
  }
  const views = `${WEB_SOURCE}views/`;
  if (layer === 'views' && target?.startsWith(views) === true && !target.startsWith(`${views}${view}/`)) {
    return {
      rule: `a view imports another view: ${specifier}`,
      remedy: 'move what both need into live, ui or the package that owns the rule',
    };
  }
  return undefined;
};

const PROTOCOL_SOURCE = 'packages/protocol/src/';
const PROTOCOL_HTTP = `${PROTOCOL_SOURCE}http/`;

/** The declarations of the HTTP interface bring the schemas of the board and zod with them. */
const httpStaysBehindItsDoor: Rule = ({ path }, { specifier, typeOnly }) => {
  const isWire = path.startsWith(PROTOCOL_SOURCE) && !path.startsWith(PROTOCOL_HTTP);
  const target = isRelative(specifier) ? resolveRelative(path, specifier) : undefined;
  if (isWire && (workspaceName(specifier) === 'board' || target?.startsWith(PROTOCOL_HTTP) === true)) {
    return {
      rule: `packages/protocol imports board and http/ in http/ alone, not ${specifier}`,
      remedy: 'the wire knows bytes and no board: say what it needs as a parameter',
    };
  }
  if (path.startsWith(WEB_SOURCE) && specifier === '@coherence/protocol/http' && !typeOnly) {
    return {
      rule: `apps/web takes types alone from ${specifier}`,
      remedy: 'write `import type`: the schemas would come with the first page',
    };
  }
  return undefined;
};

const noExportAll: Rule = (_, { exportsAll, specifier }) =>
  exportsAll
    ? { rule: `export * from ${specifier}`, remedy: 'name what is exported, one name at a time' }
    : undefined;

const IMPORT_RULES: readonly Rule[] = [
  whoMayImportWhom,
  relativeImportsStay,
  testsStandAbove,
  reservedLibraries,
  keptFiles,
  packagesRunAnywhere,
  declaredDependencies,
  webLayers,
  httpStaysBehindItsDoor,
  noExportAll,
];

/** Every rule one module's imports break. */
export function checkImports(module: Module, manifests: readonly Manifest[]): readonly Violation[] {
  return module.imports.flatMap((site) =>
    IMPORT_RULES.flatMap((rule) => {
      const verdict = rule(module, site, manifests);
      return verdict === undefined ? [] : [{ path: module.path, line: site.line, ...verdict }];
    }),
  );
}
