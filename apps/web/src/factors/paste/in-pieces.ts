import { TEXT_MAX } from '@coherence/board';

/** A text too long for one factor becomes several, cut at a space, so that no word is lost. */
export function inPieces(line: string): string[] {
  const pieces: string[] = [];
  let rest = line;
  while (rest.length > TEXT_MAX) {
    const space = rest.lastIndexOf(' ', TEXT_MAX);
    const cut = space > 0 ? space : TEXT_MAX - (isHighSurrogate(rest[TEXT_MAX - 1]) ? 1 : 0);
    pieces.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  return [...pieces, rest];
}

function isHighSurrogate(char: string | undefined): boolean {
  return char !== undefined && char >= '\uD800' && char <= '\uDBFF';
}
