import type { SqliteEngine } from './sqlite-engine.ts';

/** What the worker does for the server thread. */
export type Method =
  | 'appendAll'
  | 'markTried'
  | 'load'
  | 'saveSnapshot'
  | 'openPrivate'
  | 'privateDocs'
  | 'write'
  | 'erase'
  | 'get'
  | 'by'
  | 'close';

/** After these nothing has to be looked after. */
export const READS: ReadonlySet<Method> = new Set(['load', 'privateDocs', 'get', 'by', 'close']);

/** What the server thread and the storage worker say to each other. Reply 0 tells whether the store opened. */
export interface Call<M extends Method = Method> {
  readonly id: number;
  readonly method: M;
  readonly args: Parameters<SqliteEngine[M]>;
}

export type Reply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly reason: string };

/** A message for the operator; it answers no call. */
export interface Notice {
  readonly notice: string;
}
