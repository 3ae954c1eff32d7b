import type * as Y from 'yjs';
import type { DocKey, LogStore, StoredDoc } from '../storage/storage.ts';
import type { WorkLedger } from './charge/work-ledger.ts';
import type { AwakeDocuments } from './document/awake-documents.ts';
import type { Rules } from './tick/apply-inbox.ts';
import type { Clock } from '../time/clock.ts';
import type { RoomEvents } from './tick/room-events.ts';

/** What a room is made of; everything that is not its own logic comes from outside. */
export interface RoomParts {
  readonly key: DocKey;
  readonly stored: StoredDoc;
  /** What `stored` makes, where that is alive already. */
  readonly doc: Y.Doc | null;
  readonly log: Pick<LogStore, 'append'>;
  readonly clock: Clock;
  readonly ledger: WorkLedger;
  /** The live documents of all rooms. */
  readonly awake: AwakeDocuments;
  readonly rules: Rules;
  readonly events: RoomEvents;
  /** A change has been stored. */
  readonly onStored: () => void;
  /** A private document has little room left, or none. */
  readonly onNearlyFull?: () => void;
  /** The log has grown enough to be folded into a snapshot. */
  readonly onCompactionDue: () => void;
  /** Nothing of this room may be used again: its bytes make no document, or the board moved on. */
  readonly onBroken: () => void;
}
