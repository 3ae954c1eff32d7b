import type { EmbeddedFont } from '@coherence/picture';
import type { LoadedFonts } from './loaded-fonts.ts';

const written = new WeakMap<LoadedFonts, readonly EmbeddedFont[]>();

/** The faces as a picture embeds them; encoded once for each set of fonts. */
export function embeddedFonts(fonts: LoadedFonts): readonly EmbeddedFont[] {
  const known = written.get(fonts);
  if (known !== undefined) return known;
  const encoded = fonts.faces.map(({ bytes, ...face }) => ({ ...face, base64: base64Of(bytes) }));
  written.set(fonts, encoded);
  return encoded;
}

/** `String.fromCharCode` takes its characters as arguments, whose number is limited. */
const CHUNK = 8192;

function base64Of(bytes: Uint8Array): string {
  let characters = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    characters += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(characters);
}
