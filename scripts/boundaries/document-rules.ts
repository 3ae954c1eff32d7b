import { Visitor, parseSync } from 'oxc-parser';
import { LAYOUT } from './layout.ts';
import type { SourceFile, Violation } from './source.ts';
import { partOf } from './source.ts';

const CODE = /\.(tsx?|mjs)$/;
/** What takes a root of a Yjs document by its name. */
const ROOT_READERS: ReadonlySet<string> = new Set(['getMap', 'getText', 'getArray', 'getXmlFragment']);

/** Every place in a file that reaches into a document by names that only `LAYOUT.home` knows. */
export function checkDocuments({ path, source }: SourceFile): readonly Violation[] {
  const { home, tests, files, instead } = LAYOUT;
  const isTest = partOf(path) !== 'source' && tests.some((folder) => path.startsWith(folder));
  if (!CODE.test(path) || path.startsWith(home) || isTest || files.includes(path)) return [];
  const violations: Violation[] = [];
  new Visitor({
    CallExpression: ({ callee, start }) => {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      const { name } = callee.property;
      if (callee.computed || !ROOT_READERS.has(name)) return;
      const line = source.slice(0, start).split('\n').length;
      const rule = `only ${home.replace(/\/$/, '')} knows the layout of documents, not a .${name}( here`;
      violations.push({ path, line, rule, remedy: instead });
    },
  }).visit(parseSync(path, source).program);
  return violations;
}
