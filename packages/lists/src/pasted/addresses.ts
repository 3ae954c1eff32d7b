import { isAddress, spokenName } from './names.ts';

/** "Rivera, Ana (DPI) <ana@sea.example>; ...": a name, perhaps in quotes, and where its mail goes. */
const ENTRY =
  /\s*("(?:[^"\\]|\\.)*"[^;<,]*|[^;<]*?)\s*<([^<>\s]*@[^<>\s]*)>\s*[;,]?|\s*("[^"]*"|[^;]+)\s*(?:;|$)/gy;
/** What a directory puts behind a name. */
const DIRECTORY = /\s*\([^()]*\)\s*$/;

/** Whether a line is a list of mail addresses, as invitations and mails have them. */
export function isAddressList(line: string): boolean {
  return (
    /<[^<>\s]*@[^<>\s]*>/.test(line) ||
    line.includes(';') ||
    line
      .split(/[\s,]+/)
      .filter(Boolean)
      .every(isAddress)
  );
}

/** The people of such a line. Their addresses are left out; one that stands alone is all that is known of its person. */
export function readAddressList(line: string): string[] {
  if (!/[<;]/.test(line))
    return line
      .split(/[\s,]+/)
      .map(nameOf)
      .filter(Boolean);
  const people: string[] = [];
  ENTRY.lastIndex = 0;
  while (ENTRY.lastIndex < line.length) {
    const match = ENTRY.exec(line);
    if (match === null || match[0] === '') break;
    const [, named = '', address = '', alone = ''] = match;
    people.push(nameOf(named === '' && alone === '' ? address : `${named}${alone}`));
  }
  return people.filter(Boolean);
}

function nameOf(words: string): string {
  const bare = words.replaceAll(/^[\s'"]+|[\s'"]+$/g, '').replace(/^mailto:/i, '');
  return isAddress(bare) ? bare : spokenName(bare.replace(DIRECTORY, ''));
}
