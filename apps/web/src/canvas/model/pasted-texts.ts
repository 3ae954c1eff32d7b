import { TEXT_MAX } from '@coherence/board';

const BULLET = /^\s*(?:[-*+•‣◦▪·–—]|\(?\d{1,3}[.)])\s+/u;

/** The factors a paste holds: one for each line that says something, without its bullet. */
export function pastedTexts(pasted: string): readonly string[] {
  return pasted
    .split(/\r\n?|\n/u)
    .map((line) => line.replaceAll('\t', ' ').replace(BULLET, '').trim().slice(0, TEXT_MAX))
    .filter((line) => line !== '');
}
