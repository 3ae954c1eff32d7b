/** What a strict reader finds in a picture; throws where the markup is not well formed. For tests. */
type SvgReading = { readonly texts: readonly string[]; readonly names: readonly string[] };

const token = /<(\/?)([a-zA-Z]+)((?:\s[a-zA-Z:-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
const entity = /&(?!(?:amp|lt|gt|quot);)/;
const forbidden = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/u;

export function readSvg(svg: string): SvgReading {
  if (entity.test(svg) || forbidden.test(svg)) throw new Error('an unescaped or forbidden character');
  const open: string[] = [];
  const names: string[] = [];
  const texts: string[] = [];
  let read = 0;
  let text = '';
  for (const match of svg.matchAll(token)) {
    if (match.index !== read) break;
    read += match[0].length;
    const [, closing, name = '', , empty, characters] = match;
    if (characters !== undefined) {
      text += characters;
      continue;
    }
    if (closing === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> closes something else`);
      if (name === 'text') texts.push(plain(text));
      continue;
    }
    names.push(name);
    if (empty !== '/') open.push(name);
    if (name === 'text') text = '';
  }
  if (read !== svg.length) throw new Error(`not well formed at ${svg.slice(read, read + 60)}`);
  if (open.length > 0) throw new Error(`<${open.at(-1)}> is not closed`);
  return { texts, names };
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
