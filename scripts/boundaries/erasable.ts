import { Visitor, parseSync } from 'oxc-parser';
import type { SourceFile, Violation } from './source.ts';

/** Only Vite reads this folder: it transforms what it reads. */
const TRANSFORMED = 'apps/web/';
const TYPESCRIPT = /\.tsx?$/;

/**
 * Every place in a file Node could not run by erasing its types: an enum, a namespace, a property declared in the
 * parameters of a constructor, a decorator, `import x = require`, `export =`, JSX. What is only declared, with
 * `declare`, is erased.
 */
export function checkErasable({ path, source }: SourceFile): readonly Violation[] {
  if (!TYPESCRIPT.test(path) || path.startsWith(TRANSFORMED)) return [];
  const violations: Violation[] = [];
  const add = (what: string, start: number) => {
    const line = source.slice(0, start).split('\n').length;
    const remedy = 'write what stays when the types are erased: Node runs this file without a transform';
    violations.push({ path, line, rule: `${what} needs a transform`, remedy });
  };
  const { program } = parseSync(path, source);
  new Visitor({
    TSEnumDeclaration: (node) => !node.declare && add('an enum', node.start),
    TSModuleDeclaration: (node) => !node.declare && add('a namespace', node.start),
    TSParameterProperty: (node) => add('a parameter property', node.start),
    Decorator: (node) => add('a decorator', node.start),
    TSImportEqualsDeclaration: (node) => add('import =', node.start),
    TSExportAssignment: (node) => add('export =', node.start),
    JSXElement: (node) => add('JSX', node.start),
    JSXFragment: (node) => add('JSX', node.start),
  }).visit(program);
  return violations;
}
