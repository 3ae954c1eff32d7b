import { Visitor, parseSync } from 'oxc-parser';
import type { Expression, JSXChild, JSXElement } from 'oxc-parser';
import type { SourceFile, Violation } from './source.ts';
import { partOf } from './source.ts';

const SCREENS = /^apps\/web\/src\/.*\.tsx$/;
/** Names under which words of people go through the screens; our own words under them lose nothing by a direction. */
const WORDS = new Set([
  'text',
  'words',
  'name',
  'title',
  'label',
  'question',
  'prompt',
  'note',
  'wording',
  'mapName',
  'letters',
]);
/** Functions that put words of people together, or find them. */
const WORDS_OF = new Set([
  'ballotItemWords',
  'breakoutName',
  'initials',
  'itemWords',
  'nameOf',
  'personName',
  'roundName',
]);
/** Types of fields that hold no words. */
const WORDLESS = new Set(['checkbox', 'radio', 'file', 'number', 'date', 'range', 'hidden']);
/** Elements whose text takes no direction from an attribute. */
const WITHOUT = new Set(['text', 'tspan', 'title', 'desc']);

/** `field`: to type in. `alone`: an element that shows nothing but words. `among`: words beside something else. */
export type Undirected = {
  readonly kind: 'field' | 'alone' | 'among';
  readonly start: number;
  readonly end: number;
};

/** Every place of a screen where words that people write, or have written, take the direction of what is around them. */
export function undirectedIn({ path, source }: SourceFile): readonly Undirected[] {
  const found: Undirected[] = [];
  new Visitor({
    JSXElement: (element) => {
      const { name, attributes, end } = element.openingElement;
      const tag = name.type === 'JSXIdentifier' ? name.name : '';
      const has = (wanted: string) =>
        attributes.some((one) => one.type === 'JSXAttribute' && one.name.name === wanted);
      if (has('dir') || tag === 'bdi' || WITHOUT.has(tag)) return;
      if ((tag === 'input' || tag === 'textarea') && !isWordless(element)) {
        found.push({ kind: 'field', start: name.end, end });
        return;
      }
      const children = element.children.filter((child) => !isBlank(child));
      for (const child of children) {
        if (child.type !== 'JSXExpressionContainer' || !isWords(child.expression as Expression)) continue;
        const isAlone = tag === 'option' || (children.length === 1 && /^[a-z]/.test(tag));
        if (isAlone) found.push({ kind: 'alone', start: name.end, end: name.end });
        else found.push({ kind: 'among', start: child.start, end: child.end });
      }
    },
  }).visit(parseSync(path, source).program);
  return found;
}

/** Words that people write carry a direction of their own (LETTER4). */
export function checkDirections(file: SourceFile): readonly Violation[] {
  if (!SCREENS.test(file.path) || partOf(file.path) !== 'source') return [];
  return undirectedIn(file).map(({ kind, start }) => ({
    path: file.path,
    line: file.source.slice(0, start).split('\n').length,
    rule: kind === 'field' ? 'a field without dir' : 'words without a direction of their own',
    remedy: kind === 'among' ? 'put the words into <bdi>' : 'give the element dir="auto"',
  }));
}

function isWordless({ openingElement: { attributes } }: JSXElement): boolean {
  return attributes.some((one) => {
    // `Field` gives the direction with the rest of its wiring.
    if (one.type === 'JSXSpreadAttribute')
      return one.argument.type === 'Identifier' && one.argument.name === 'wiring';
    return one.name.name === 'type' && one.value?.type === 'Literal' && WORDLESS.has(String(one.value.value));
  });
}

const isBlank = (child: JSXChild): boolean => child.type === 'JSXText' && child.value.trim() === '';

function isWords(expression: Expression): boolean {
  switch (expression.type) {
    case 'ConditionalExpression':
      return isWords(expression.consequent) || isWords(expression.alternate);
    case 'LogicalExpression':
      return isWords(expression.left) || isWords(expression.right);
    case 'ParenthesizedExpression':
      return isWords(expression.expression);
    case 'Identifier':
      return WORDS.has(expression.name);
    case 'MemberExpression':
      return expression.property.type === 'Identifier' && WORDS.has(expression.property.name);
    case 'ChainExpression':
      return isWords(expression.expression);
    case 'CallExpression':
      return expression.callee.type === 'Identifier' && WORDS_OF.has(expression.callee.name);
    default:
      return false;
  }
}
