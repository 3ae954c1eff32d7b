import { Visitor, parseSync } from 'oxc-parser';

/** One place where a file names another module; `exportsAll` marks `export * from`. */
export interface ImportSite {
  readonly specifier: string;
  readonly line: number;
  readonly typeOnly: boolean;
  readonly exportsAll: boolean;
}

interface Named {
  readonly type: string;
  readonly start: number;
  readonly value?: unknown;
}

/**
 * Every module a TypeScript or JavaScript file names: static, dynamic, type-only, re-exported, in file order.
 * Dynamic imports of a computed name cannot be known and are left out. Throws on a syntax error.
 */
export function readImports(path: string, source: string): readonly ImportSite[] {
  const { program, errors } = parseSync(path, source);
  const broken = errors.find(({ severity }) => severity === 'Error');
  if (broken !== undefined) throw new Error(`${path}: ${broken.message}`);

  const sites: (ImportSite & { readonly start: number })[] = [];
  const add = (name: Named | null | undefined, typeOnly: boolean, exportsAll = false) => {
    if (typeof name?.value !== 'string') return;
    const line = source.slice(0, name.start).split('\n').length;
    sites.push({ specifier: name.value, line, typeOnly, exportsAll, start: name.start });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => add(node.source, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind === 'type', true),
    ImportExpression: (node) => add(node.source, false),
    TSImportType: (node) => add(node.source, true),
    TSExternalModuleReference: (node) => add(node.expression, false),
  }).visit(program);
  return sites
    .toSorted((a, b) => a.start - b.start)
    .map(({ specifier, line, typeOnly, exportsAll }) => ({ specifier, line, typeOnly, exportsAll }));
}
