import { Visitor, parseSync } from 'oxc-parser';
import { NAMED_ONLY_IN } from './layout.ts';
import type { SourceFile, Violation } from './source.ts';
import { partOf } from './source.ts';

const CODE = /\.tsx?$/;

/** Every place in a file that uses a name of the browser which `NAMED_ONLY_IN` keeps for other files. */
export function checkNames({ path, source }: SourceFile): readonly Violation[] {
  const kept = NAMED_ONLY_IN.filter(
    ({ under, files }) => under.some((folder) => path.startsWith(folder)) && !files.includes(path),
  );
  if (!CODE.test(path) || partOf(path) !== 'source' || kept.length === 0) return [];
  const violations: Violation[] = [];
  const found = (used: string, start: number): void => {
    const keeper = kept.find(({ names }) => names.includes(used));
    if (keeper === undefined) return;
    const line = source.slice(0, start).split('\n').length;
    const rule = `${used} is named only in ${keeper.files.join(', ')}`;
    violations.push({ path, line, rule, remedy: keeper.instead });
  };
  new Visitor({
    Identifier: ({ name, start }) => found(name, start),
    MemberExpression: ({ object, property, computed, start }) => {
      if (object.type === 'Identifier' && property.type === 'Identifier' && !computed)
        found(`${object.name}.${property.name}`, start);
    },
    NewExpression: ({ callee, arguments: given, start }) => {
      if (callee.type === 'Identifier' && given.length === 0) found(`new ${callee.name}()`, start);
    },
  }).visit(parseSync(path, source).program);
  return violations;
}
