import type * as Y from 'yjs';

/** An update as `Y.decodeUpdate` reads it: its structs, and what it deletes. */
export type Decoded = ReturnType<typeof Y.decodeUpdate>;
