import { isObject } from '../report.ts';
import type { ForeignKind } from '../refusal/foreign-kind.ts';

/** Which program wrote this JSON; null where its lists say nothing about it. */
export function kindOfValue(value: unknown): ForeignKind | null {
  if (!isObject(value)) return null;
  const hasLists = (...names: readonly string[]) => names.every((name) => Array.isArray(value[name]));
  if (hasLists('elements', 'connections')) return 'kumu';
  if (hasLists('concepts')) return 'mentalModeler';
  if (hasLists('nodes', 'edges') && ('samples' in value || 'room' in value || 'lastNodeSample' in value))
    return 'prsm';
  if ('tldrawFileFormatVersion' in value) return 'tldraw';
  if (hasLists('nodes', 'influences')) return 'ownMap';
  return hasLists('factors') && value['schema'] === undefined ? 'ownUnnamed' : null;
}
