import type { Catalog, Message, Token } from './catalog.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = [...'áƀçðéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ'];

/** English text with an accent on every letter, longer by a mark behind each word of four letters or more. */
export function accented(text: string): string {
  return text.replaceAll(/[a-zA-Z]+/g, (word) => {
    const letters = [...word].map((letter) => ACCENTED[LETTERS.indexOf(letter)] ?? letter).join('');
    return word.length > 3 ? `${letters}~` : letters;
  });
}

const inChoices = (choices: object): object =>
  Object.fromEntries(
    Object.entries(choices).map(([name, one]) => [name, Array.isArray(one) ? one.map(inToken) : one]),
  );

function inToken(token: Token): Token {
  if (typeof token === 'string') return token === '#' ? token : accented(token);
  const [name, type, format] = token;
  return typeof format === 'object' && format !== null ? [name, type, inChoices(format)] : token;
}

const inMessage = (message: Message): Message =>
  typeof message === 'string' ? accented(message) : message.map(inToken);

/** A catalog of English in the pseudo-language: every letter of its words has an accent, and values stay as they come. */
export function pseudoCatalog(catalog: Catalog): Catalog {
  return Object.fromEntries(Object.entries(catalog).map(([name, message]) => [name, inMessage(message)]));
}
