/** What the server thread and the storage worker say to each other. Reply 0 tells whether the store opened. */
export interface Call {
  readonly id: number;
  readonly half: 'engine' | 'directory' | 'shelf';
  readonly method: string;
  readonly args: readonly unknown[];
}

export type Reply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly reason: string };

/** Something whoever runs the server should know of; it answers no call. */
export interface Notice {
  readonly notice: string;
}
