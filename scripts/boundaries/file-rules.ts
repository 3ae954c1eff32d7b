import { EMPTY_NAMES, GENERATED, MAX_LINES } from './layout.ts';
import type { Module, Violation } from './source.ts';

type Verdict = Pick<Violation, 'rule' | 'remedy'> | undefined;
type Rule = (module: Module) => Verdict;

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)+$/;

const sayingNames: Rule = ({ path }) => {
  const empty = path.split('/').find((segment) => EMPTY_NAMES.has(segment.split('.')[0] ?? ''));
  return empty === undefined
    ? undefined
    : { rule: `the name ${empty} says nothing`, remedy: 'name it by the one thing that is inside' };
};

const kebabNames: Rule = ({ path }) => {
  const name = path.split('/').at(-1) ?? '';
  return KEBAB.test(name)
    ? undefined
    : { rule: `${name} is not lower-case-with-dashes`, remedy: 'rename the file' };
};

const oneDoor: Rule = ({ path, folder }) =>
  !/(^|\/)index\.[a-z]+$/.test(path) || (folder.startsWith('packages/') && path === `${folder}/src/index.ts`)
    ? undefined
    : {
        rule: 'an index file that is not the door of a package',
        remedy: 'import the file itself, and name this one by what it does',
      };

const shortFiles: Rule = ({ path, lines }) =>
  lines <= MAX_LINES || GENERATED.includes(path)
    ? undefined
    : { rule: `${lines} lines, the cap is ${MAX_LINES}`, remedy: 'split it by what its parts do' };

const FILE_RULES: readonly Rule[] = [sayingNames, kebabNames, oneDoor, shortFiles];

/** Every rule one file's name or length breaks. */
export function checkFile(module: Module): readonly Violation[] {
  return FILE_RULES.flatMap((rule) => {
    const verdict = rule(module);
    return verdict === undefined ? [] : [{ path: module.path, line: 1, ...verdict }];
  });
}
