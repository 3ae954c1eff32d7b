import * as Y from 'yjs';
import { isDisguised } from '../disguise.ts';

/** Deepest nesting of one plain value. */
const VALUE_DEPTH_MAX = 32;
/** Longest string inside one plain value, in characters; texts are Y.Text and limited by the board. */
const VALUE_STRING_MAX = 100_000;

export type ContentProblem = 'type-of-no-board' | 'immodest-value' | 'content-of-no-board';

/** Why an item's content is none a board holds; null when it is. `immodest-value`: too deep, too long or disguised. */
export function contentProblem(content: unknown): ContentProblem | null {
  if (content instanceof Y.ContentType) {
    const { type } = content;
    const known = type instanceof Y.Map || type instanceof Y.Text;
    // XmlHook is a Y.Map and XmlText a Y.Text; a board has neither.
    return known && !(type instanceof Y.XmlHook) && !(type instanceof Y.XmlText) ? null : 'type-of-no-board';
  }
  if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) return null;
  if (content instanceof Y.ContentAny) return content.arr.every(isModest) ? null : 'immodest-value';
  return 'content-of-no-board';
}

/** Walks without recursion: the depth is the attacker's choice. */
function isModest(value: unknown): boolean {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next.value === 'string' && next.value.length > VALUE_STRING_MAX) return false;
    if (typeof next.value !== 'object' || next.value === null || ArrayBuffer.isView(next.value)) continue;
    if (next.depth >= VALUE_DEPTH_MAX || isDisguised(next.value)) return false;
    for (const inner of Object.values(next.value)) open.push({ value: inner, depth: next.depth + 1 });
  }
  return true;
}
