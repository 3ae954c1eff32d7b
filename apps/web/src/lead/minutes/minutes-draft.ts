import { NOTE_KINDS, type NoteKind } from '@coherence/board';
import { settableValue, type ObservableValue } from '@coherence/protocol/observable-value';
import { asJson, deviceStore, remembered, type DeviceStore } from '../../live/device/remembered.ts';

/** Words on their way into the minutes: not kept yet, on this device only. */
export type UnaddedNote = {
  readonly kind: NoteKind;
  readonly text: string;
  readonly about: readonly string[];
};

export type MinutesDraftState = {
  readonly waiting: UnaddedNote;
  readonly open: boolean;
  readonly list: boolean;
};

export type MinutesDraft = ObservableValue<MinutesDraftState> & {
  /** Opens the field. Words that wait keep their place and what they are about; the kind is the one asked for. */
  open(kind: NoteKind, about: readonly string[]): void;
  change(part: Partial<UnaddedNote>): void;
  /** Closes the field; the words stay. */
  putAside(): void;
  /** Closes the field; the words are in the minutes now. */
  clear(): void;
  showList(shown: boolean): void;
};

const NOTHING: UnaddedNote = { kind: 'decision', text: '', about: [] };
const WORDS = asJson(readUnadded, ({ text }) => text.trim() === '');

/** The field of one board and the words in it, which survive a reload. */
export function openMinutesDraft(boardId: string, store: DeviceStore | null): MinutesDraft {
  // `keep/` is the stored key, which devices have had since version 0.1.
  const words = remembered(`keep/${boardId}`, WORDS, store);
  const state = settableValue<MinutesDraftState>({ waiting: words.getSnapshot(), open: false, list: false });
  const set = (change: Partial<MinutesDraftState>): void => {
    if (change.waiting !== undefined) words.set(change.waiting);
    state.set({ ...state.getSnapshot(), ...change });
  };

  return {
    getSnapshot: state.getSnapshot,
    subscribe: state.subscribe,
    open(kind, about) {
      const { waiting } = state.getSnapshot();
      const isNew = waiting.text.trim() === '';
      set({ open: true, waiting: isNew ? { kind, text: '', about } : { ...waiting, kind } });
    },
    change: (part) => set({ waiting: { ...state.getSnapshot().waiting, ...part } }),
    putAside: () => set({ open: false }),
    clear: () => set({ open: false, waiting: NOTHING }),
    showList: (list) => set({ list }),
  };
}

const drafts = new Map<string, MinutesDraft>();

/** The draft for the minutes of a board in this tab. */
export function minutesDraftOf(boardId: string): MinutesDraft {
  const known = drafts.get(boardId) ?? openMinutesDraft(boardId, deviceStore());
  drafts.set(boardId, known);
  return known;
}

function readUnadded(found: unknown): UnaddedNote {
  if (typeof found !== 'object' || found === null) return NOTHING;
  const { kind, text, about } = found as { kind?: unknown; text?: unknown; about?: unknown };
  return {
    kind: NOTE_KINDS.find((known) => known === kind) ?? NOTHING.kind,
    text: typeof text === 'string' ? text : '',
    about: Array.isArray(about) ? about.filter((id) => typeof id === 'string') : [],
  };
}
