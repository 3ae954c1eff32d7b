import { readCopiedCards, type CopiedCards } from '@coherence/board';

/** What a clipboard or a drag holds, as far as this reads it. */
type Data = Pick<DataTransfer, 'getData' | 'files'>;

/** The type under which cards travel, beside their words as lines for all other programs. */
export const CARDS_TYPE = 'application/x-coherence-cards+json';

export type Transfer =
  | { readonly kind: 'cards'; readonly cards: CopiedCards }
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'text' }
  | { readonly kind: 'nothing' };

/**
 * What is brought: cards of a board before all, then words, then files. Programs that copy a sheet or a page put a picture
 * of it beside the words.
 */
export function readTransfer(data: Data | null): Transfer {
  if (data === null) return { kind: 'nothing' };
  const cards = readCopiedCards(data.getData(CARDS_TYPE));
  if (cards !== null) return { kind: 'cards', cards };
  if (data.getData('text/plain').trim() !== '') return { kind: 'text' };
  const [file] = data.files;
  return file === undefined ? { kind: 'nothing' } : { kind: 'file', file };
}

export type FileAnswer = 'import' | 'picture' | 'document' | 'sound' | 'facilitators-only';

const DOCUMENTS = /\.(pdf|docx?|odt|rtf|pptx?|odp|key|pages|txt|md|html?)$/i;

/** What is done about a file: the import says of all others what they are and why they cannot be read. */
export function answerTo({ name, type }: Pick<File, 'name' | 'type'>, mayImport: boolean): FileAnswer {
  if (type.startsWith('image/')) return 'picture';
  if (type.startsWith('audio/') || type.startsWith('video/')) return 'sound';
  if (DOCUMENTS.test(name)) return 'document';
  return mayImport ? 'import' : 'facilitators-only';
}
