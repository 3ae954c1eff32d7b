import type { CodeOf, Coded } from './coded.ts';
import { sayCoded } from './coded.ts';
import type { Translate } from './translate.ts';

type Placed = Extract<Coded<'imports.problem_'>, { readonly code: PlacedCode }> & {
  readonly values: { readonly line: number; readonly column: number };
};
/** Problems whose place is a line and a column. */
type PlacedCode = 'json-fault' | 'letter-unknown';
type OneOf = { readonly code: 'one-of'; readonly values: { readonly allowed: readonly string[] } };
type Problem = { readonly where: string } & (
  | Exclude<Coded<'imports.problem_'>, { readonly code: 'one-of' | PlacedCode }>
  | Placed
  | OneOf
);

/** Why a file is refused, as the package that reads files says it. */
export interface RefusedFile {
  readonly problems: readonly Problem[];
  /** Problems beyond those. */
  readonly more: number;
  readonly fix: CodeOf<'imports.fix_'>;
}

/** A refused file in words: its problems with their places, all of them in one line, and what to do. */
export interface RefusalSaid {
  readonly problems: readonly { readonly where: string; readonly message: string }[];
  readonly message: string;
  readonly hint: string;
}

/** Says why a file is refused. The words of the section `imports` must be known. */
export function sayRefusedFile(t: Translate, { problems, more, fix }: RefusedFile): RefusalSaid {
  const said = problems.map((problem) => ({ where: placeOf(t, problem), message: messageOf(t, problem) }));
  const lines = said.map(({ where, message }) => (where === '' ? message : `${where}: ${message}`));
  if (more > 0) lines.push(t('imports.more', { count: more }));
  return { problems: said, message: lines.join('; '), hint: t(`imports.fix_${fix}`) };
}

function placeOf(t: Translate, problem: Problem): string {
  if (problem.code !== 'json-fault' && problem.code !== 'letter-unknown') return problem.where;
  const { line, column } = problem.values;
  return t('imports.line', { line, column });
}

function messageOf(t: Translate, problem: Problem): string {
  if (problem.code !== 'one-of') return sayCoded(t, 'imports.problem_', problem);
  const allowed = problem.values.allowed.reduce((one, other) => t('imports.or', { one, other }));
  return t('imports.problem_one-of', { allowed });
}
