/**
 * The line of the first tag that is broken: not closed by ">", or by another name than it was opened with. Null where there is
 * none. Entities are not looked at, and nothing is fetched.
 */
export function brokenTag(text: string): number | null {
  const open: { readonly name: string; readonly at: number }[] = [];
  const lineOf = (at: number) => text.slice(0, at).split('\n').length;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const close = CLOSES.find(([begin]) => text.startsWith(begin, at))?.[1];
    if (close !== undefined) {
      const end = text.indexOf(close, at);
      if (end < 0) return lineOf(at);
      at = end + close.length;
      continue;
    }
    TAG.lastIndex = at;
    const [whole, slash, name = '', end] = TAG.exec(text) ?? [];
    if (whole === undefined) return lineOf(at);
    if (slash === '/' && open.pop()?.name !== name) return lineOf(at);
    if (slash !== '/' && end !== '/') open.push({ name, at });
    at += whole.length;
  }
  const left = open.at(-1);
  return left === undefined ? null : lineOf(left.at);
}

const CLOSES: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<!', '>'],
  ['<?', '?>'],
];
const TAG = /<(\/?)([A-Za-z_][\w:.-]*)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>/y;
