import { Visitor, parseSync } from 'oxc-parser';

/** A place that loads a module on demand, and the sections of words that it loads with it. */
export interface PartSite {
  readonly specifier: string;
  readonly sections: readonly string[];
  readonly line: number;
}

/** What one file says, and when. */
export interface WordsOfFile {
  /** Keys as they stand in the file. */
  readonly keys: readonly string[];
  /** The beginnings of keys that are put together: `map.kind_` of `map.kind_${kind}`, or a `refusals.board_` that stands alone. */
  readonly stems: readonly string[];
  readonly parts: readonly PartSite[];
  /** Lines where words are said while the module loads, before a language is chosen. */
  readonly saidAtLoad: readonly number[];
  /** Lines where dates, numbers, lists or orders are made by the rules of a language. */
  readonly byLanguage: readonly number[];
}

/** Functions that load a module together with the words it says. */
const WITH_WORDS = new Set(['lazyPart', 'laterPart', 'withWords']);
/** Functions that say words. */
const SAY = new Set(['t', 'say']);

/** Of numbers and dates, of texts, and of what `Intl` makes. */
const BY_LANGUAGE = /^(toLocale\w*|localeCompare)$/;

const KEY = /^[a-z][a-zA-Z]*\.[\w-]+$/;
const STEM = /^[a-z][a-zA-Z]*\.\w*$/;

interface Range {
  readonly start: number;
  readonly end: number;
}

const isIn = (inner: Range, outer: Range) => inner.start >= outer.start && inner.end <= outer.end;

/** Reads one TypeScript file. Throws on a syntax error. */
export function readWords(path: string, source: string): WordsOfFile {
  const { program, errors } = parseSync(path, source);
  const broken = errors.find(({ severity }) => severity === 'Error');
  if (broken !== undefined) throw new Error(`${path}: ${broken.message}`);

  const keys = new Set<string>();
  const stems = new Set<string>();
  const functions: Range[] = [];
  const said: Range[] = [];
  const byLanguage: Range[] = [];
  const lists: (Range & { readonly sections: readonly string[] })[] = [];
  const loads: (Range & { readonly specifier: string })[] = [];
  new Visitor({
    Literal: ({ value }) => {
      if (typeof value !== 'string' || !KEY.test(value)) return;
      (value.endsWith('_') ? stems : keys).add(value);
    },
    TemplateLiteral: ({ quasis: [first], expressions }) => {
      const stem = first?.value.cooked ?? '';
      if (expressions.length > 0 && STEM.test(stem)) stems.add(stem);
    },
    FunctionDeclaration: (node) => functions.push(node),
    FunctionExpression: (node) => functions.push(node),
    ArrowFunctionExpression: (node) => functions.push(node),
    CallExpression: (node) => {
      if (node.callee.type !== 'Identifier') return;
      if (SAY.has(node.callee.name)) said.push(node);
      if (!WITH_WORDS.has(node.callee.name)) return;
      const list = node.arguments.find((argument) => argument.type === 'ArrayExpression');
      const sections = list?.elements.flatMap((one) =>
        one?.type === 'Literal' && typeof one.value === 'string' ? [one.value] : [],
      );
      lists.push({ start: node.start, end: node.end, sections: sections ?? [] });
    },
    MemberExpression: (node) => {
      const { object, property } = node;
      const isIntl = object.type === 'Identifier' && object.name === 'Intl';
      if (isIntl || (property.type === 'Identifier' && BY_LANGUAGE.test(property.name)))
        byLanguage.push(node);
    },
    ImportExpression: (node) => {
      if (node.source.type !== 'Literal' || typeof node.source.value !== 'string') return;
      loads.push({ start: node.start, end: node.end, specifier: node.source.value });
    },
  }).visit(program);

  const lineOf = ({ start }: Range) => source.slice(0, start).split('\n').length;
  return {
    keys: [...keys],
    stems: [...stems],
    parts: loads.map((load) => ({
      specifier: load.specifier,
      sections: lists.filter((list) => isIn(load, list)).flatMap(({ sections }) => sections),
      line: lineOf(load),
    })),
    saidAtLoad: said.filter((call) => !functions.some((one) => isIn(call, one))).map(lineOf),
    byLanguage: byLanguage.map(lineOf),
  };
}
