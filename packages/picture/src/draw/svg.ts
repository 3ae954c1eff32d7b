import { svgNumber } from '../geometry/box.ts';
import { type DirectedLine, directedLines, hasTurns } from '../text/direction.ts';
import { type FontFace, measureText, type TextRun, textRuns } from '../text/text.ts';

/**
 * A font file to write into the picture, so that it looks the same where the font is not installed. Of two
 * files of one face the one with the plain letters comes first.
 */
export type EmbeddedFont = {
  readonly family: string;
  readonly weight: number;
  readonly style: string;
  readonly base64: string;
  /** As in CSS: woff2, woff, truetype or opentype. */
  readonly format: string;
};

type Attributes = Readonly<Record<string, string | number | undefined>>;

const families = {
  text: "'Atkinson Hyperlegible Next', Verdana, sans-serif",
  title: "'Source Serif 4', Georgia, serif",
} as const;

const faces = {
  text: { family: families.text, weight: 400 },
  textSemibold: { family: families.text, weight: 600 },
  textBold: { family: families.text, weight: 700 },
  title: { family: families.title, weight: 600 },
} as const satisfies Record<FontFace, { family: string; weight: number }>;

const forbidden = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML character data: specials escaped, characters that XML 1.0 forbids left out. */
function escapeXml(text: string): string {
  return text.replaceAll(forbidden, '').replaceAll(/[&<>"]/g, (character) => entities[character] ?? '');
}

/** One element; numbers get two decimals, absent attributes are left out, `children` is markup. */
export function element(name: string, attributes: Attributes, children = ''): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => attribute(key, value))
    .join('');
  return children === '' ? `<${name}${written}/>` : `<${name}${written}>${children}</${name}>`;
}

type TextPlace = {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
};

/** One line of text. */
export function textLine(text: string, face: FontFace, at: TextPlace): string {
  const line = oneLine(text);
  const runs = hasTurns(line) ? [] : textRuns(line, face, at.size);
  const style = { ...fontOf(face, at.size), fill: at.fill };
  if (runs.length <= 1) {
    return element('text', { x: at.x, y: at.y, ...style, 'text-anchor': at.anchor }, escapeXml(line));
  }
  const share = at.anchor === 'end' ? 1 : at.anchor === 'middle' ? 0.5 : 0;
  const start = at.x - share * measureText(line, face, at.size);
  return element('text', style, runSpans(runs, start, at.y));
}

/**
 * Lines of one text, `lineHeight` px apart, the first baseline at y, `width` px from edge to edge; one element, so it copies
 * as one text.
 */
export function textLines(
  lines: readonly string[],
  face: FontFace,
  at: Omit<TextPlace, 'anchor'> & { readonly lineHeight: number; readonly width: number },
): string {
  const [first, ...others] = directedLines(lines.map(oneLine), at.x, at.x + at.width);
  if (first === undefined || (others.length === 0 && first.anchor === undefined))
    return textLine(lines[0] ?? '', face, at);
  const spans = [first, ...others].map((line, index) =>
    lineSpans(line, face, at.size, at.y + index * at.lineHeight),
  );
  return element('text', { ...fontOf(face, at.size), fill: at.fill }, spans.join(''));
}

function lineSpans({ text, x, anchor }: DirectedLine, face: FontFace, size: number, y: number): string {
  if (hasTurns(text) || anchor !== undefined)
    return element('tspan', { x, y, 'text-anchor': anchor }, escapeXml(text));
  return runSpans(textRuns(text, face, size), x, y);
}

function runSpans(runs: readonly TextRun[], x: number, y: number): string {
  return runs.map((run) => element('tspan', { x: x + run.x, y }, escapeXml(run.text))).join('');
}

/**
 * A whole picture on white: sizes in px, `title` and `description` for people who do not see it, fonts
 * embedded. `name` starts its element ids, so that two pictures can stand in one page. `body` is markup.
 */
export function svgDocument(page: {
  name: string;
  width: number;
  height: number;
  title: string;
  description: string;
  fonts: readonly EmbeddedFont[];
  body: string;
}): string {
  const [width, height] = [Math.ceil(page.width), Math.ceil(page.height)];
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': `${page.name}-title ${page.name}-desc`,
      'font-family': families.text,
    },
    [
      element('title', { id: `${page.name}-title` }, escapeXml(oneLine(page.title))),
      element('desc', { id: `${page.name}-desc` }, escapeXml(oneLine(page.description))),
      fontFaces(page.fonts),
      element('rect', { width, height, fill: '#FFFFFF' }),
      page.body,
    ].join('\n'),
  );
}

function fontFaces(fonts: readonly EmbeddedFont[]): string {
  if (fonts.length === 0) return '';
  // a stylesheet tries the last rule of a face first
  const rules = fonts
    .toReversed()
    .map(
      ({ family, weight, style, base64, format }) =>
        `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};` +
        `src:url("data:font/${format};base64,${base64}") format("${format}")}`,
    );
  return element('style', {}, escapeXml(rules.join('')).replaceAll('&quot;', "'"));
}

function fontOf(face: FontFace, size: number): Attributes {
  const { family, weight } = faces[face];
  return { 'font-family': face === 'title' ? family : undefined, 'font-size': size, 'font-weight': weight };
}

/** Text without line breaks and forbidden characters; a space where there is nothing. */
function oneLine(text: string): string {
  return text.replaceAll(forbidden, '').replaceAll(/[\t\n\r]/g, ' ') || ' ';
}

function attribute(key: string, value: string | number | undefined): string {
  if (value === undefined || value === '') return '';
  const written = typeof value === 'number' ? svgNumber(value) : escapeXml(value);
  return ` ${key}="${written}"`;
}
