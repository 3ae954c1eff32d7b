import type { RecordRoot } from '../doc.ts';
import type { RecordValue } from '../schema/records.ts';

/** The records on a board, one list for each root. */
export type RecordLists = { readonly [R in RecordRoot]: readonly RecordValue<R>[] };
