import { decodedEntities } from './entities.ts';
import { withoutBullet } from './marker.ts';

const UNREAD = new Set(['style', 'script', 'head', 'title', 'template', 'svg']);
const BLOCKS = new Set([
  'p',
  'div',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'dt',
  'dd',
  'blockquote',
  'ul',
  'ol',
  'table',
  'tr',
]);
const CELLS = new Set(['td', 'th']);
/** Where Word and PowerPoint write the bullet or number itself. */
const MARKER = /mso-list:\s*ignore|mso-special-format:\s*(?:num)?bullet/i;
const LIST_PARAGRAPH = /mso-list:\s*l\d|class=["']?MsoListParagraph/i;
/** Sheets give their cells more exactly as text. */
const SHEET = /urn:schemas-microsoft-com:office:excel|content=["']?Excel\.Sheet|google-sheets-html-origin/i;
const TAG = /<(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>/y;

/**
 * The rows of lists and tables in HTML of a clipboard: a list item or paragraph is a row of one cell. Null where there is
 * neither, where tables only arrange a page, or where the text of the clipboard says it better.
 */
export function rowsOfHtml(html: string): string[][] | null {
  if (SHEET.test(html)) return null;
  const reader = openReader();
  for (let at = 0; at < html.length;) {
    const next = html.indexOf('<', at);
    if (next !== at) {
      const end = next < 0 ? html.length : next;
      if (!reader.text(html.slice(at, end))) return null;
      at = end;
      continue;
    }
    if (html.startsWith('<!--', at) || html.startsWith('<!', at) || html.startsWith('<?', at)) {
      const close = html.startsWith('<!--', at) ? '-->' : '>';
      const end = html.indexOf(close, at);
      if (end < 0) break;
      at = end + close.length;
      continue;
    }
    TAG.lastIndex = at;
    const [whole, slash, name = '', attributes = ''] = TAG.exec(html) ?? [];
    if (whole === undefined) {
      if (!reader.text('<')) return null;
      at += 1;
    } else {
      at += whole.length;
      if (slash === '/') reader.closes(name.toLowerCase());
      else if (!reader.opens(name.toLowerCase(), attributes)) return null;
    }
  }
  return reader.rows();
}

/** Each of `text` and `opens` is false where the HTML is not to be read as rows. */
function openReader() {
  const rows: string[][] = [];
  let words = '';
  let row: string[] | null = null;
  let hasList = false;
  let isItem = false;
  let unread: { readonly name: string; depth: number } | null = null;

  const endBlock = (): void => {
    const block = isItem ? plain(words) : withoutBullet(plain(words));
    if (row !== null) words = words === '' || words.endsWith('\n') ? words : `${words}\n`;
    else if (block !== '') rows.push([block]);
    if (row === null) words = '';
    isItem = false;
  };
  const endCell = (): void => {
    row?.push(plain(words));
    words = '';
  };
  return {
    text(raw: string): boolean {
      if (unread !== null) return true;
      const decoded = decodedEntities(raw);
      words += decoded?.replaceAll(/\s+/gu, ' ') ?? '';
      return decoded !== null;
    },
    opens(name: string, attributes: string): boolean {
      if (unread !== null) {
        if (unread.name === name) unread.depth += 1;
        return true;
      }
      if (UNREAD.has(name) || MARKER.test(attributes)) {
        unread = { name, depth: 1 };
        return true;
      }
      // Tables in tables, or lists in them, arrange a page.
      if (row !== null && (name === 'table' || name === 'li')) return false;
      if (name === 'br') words += row !== null ? '\n' : isItem ? ' ' : '';
      if (BLOCKS.has(name) || (name === 'br' && row === null && !isItem)) endBlock();
      if (name === 'tr') row = [];
      if (name === 'li' || LIST_PARAGRAPH.test(attributes)) {
        isItem = true;
        hasList = true;
      }
      return true;
    },
    closes(name: string): void {
      if (unread !== null) {
        if (unread.name === name) unread.depth -= 1;
        if (unread.depth === 0) unread = null;
      } else if (CELLS.has(name)) endCell();
      else if (name === 'tr') {
        if (row?.some((cell) => cell !== '') === true) {
          rows.push(row);
          hasList = true;
        }
        row = null;
        words = '';
      } else if (BLOCKS.has(name)) endBlock();
    },
    rows(): string[][] | null {
      endBlock();
      return hasList ? rows : null;
    },
  };
}

function plain(words: string): string {
  return words
    .replaceAll(/[^\S\n]+/gu, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .trim();
}
