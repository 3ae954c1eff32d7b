import * as Y from 'yjs';
import { PRIVATE_ROOTS, type Root, ROOTS } from '../doc.ts';
import { PROTOTYPE_KEY } from '../disguise.ts';
import { Ancestors, type Struct } from './ancestry.ts';
import type { Decoded } from './decoded.ts';
import { contentProblem, type ContentProblem } from './content.ts';
import { touchesPromise } from './drafts.ts';
import { forgesRounds } from './rounds.ts';
import { schemaProblem, type SchemaProblem } from './schema-problem.ts';
import { countSteps, type Count } from './steps/count-steps.ts';
import { OwnVoice, type Speaker } from './sources.ts';

export type GuardRole = 'facilitator' | 'participant' | 'observer' | 'display';

export type GuardPolicy = {
  readonly role: GuardRole;
  /** Editing is paused for participants. */
  readonly locked: boolean;
  /** `private`: a participant's own private document, roots `PRIVATE_ROOTS`. Default: the board. */
  readonly space?: 'board' | 'private';
  /** A whole difference after a reconnect may be larger than one edit. */
  readonly step: 'update' | 'sync-step-2';
  /** Who sends it: a participant names no other person as who said something. Left out: that is not judged. */
  readonly speaker?: Speaker;
  /** Its client speaks a newer protocol than this program: what is not known here is held, not refused for good. */
  readonly newer?: boolean;
  /** What its device said it has when it connected (Yjs client -> clock): no text grows that was too long there. */
  readonly seen?: () => ReadonlyMap<number, number>;
};

/** `lasting`: the same update can never be taken. Otherwise the sender keeps it and may be asked again. */
export type Refusal = {
  readonly code:
    | 'role'
    | 'paused'
    | 'root'
    | 'client-id'
    | 'too-large'
    | 'content'
    | 'unknown'
    | 'too-long'
    | 'missing-history';
  readonly lasting: boolean;
  /** For logs; people are told by `code`. */
  readonly why: RefusalReason;
  /** The root that was written to, of foreign names the first 40 characters. */
  readonly root?: string;
};

type RefusalReason =
  | ContentProblem
  | SchemaProblem
  | 'too-much-merging'
  | 'unwritten'
  | 'deletes-twice'
  | 'looks-on'
  | 'paused'
  | 'counted-by-the-server'
  | 'key-of-no-board'
  | 'nested-too-deep'
  | 'promised-by-the-server'
  | 'root-of-no-private-document'
  | 'root-people-do-not-write'
  | 'root-of-facilitators'
  | 'numbered-by-the-server'
  | 'speaks-for-another'
  | 'counts-too-far'
  | 'too-many-writers'
  | 'missing-history';

/** `steps`: the work of merging the update, or what was counted of it before it was refused (STEPS1 in SPEC.md). */
export type GuardResult = { readonly steps: number } & (
  | { readonly ok: true }
  | { readonly ok: false; readonly error: Refusal }
);

/** New Yjs clients, and how far their clocks may move, in one message: a step for each character, key and item. */
const GUARD_LIMITS = {
  /** A pasted list (PASTE_MAX texts of TEXT_MAX) and a merged file are one message each. */
  update: { newClients: 8, clockAdvance: 1_000_000 },
  'sync-step-2': { newClients: 64, clockAdvance: 5_000_000 },
} as const;

/** Steps of merging (STEPS1): of one update or whole difference, and of one person within a minute. */
export const STEP_LIMITS = { update: 400_000, personMinute: 1_000_000 } as const;

/** Root, record, text or sources: nothing of a board lies deeper. */
const DEPTH_MAX = 4;

const FACILITATOR_ROOTS: ReadonlySet<Root> = new Set(['meta', 'units', 'voteRounds']);
const SERVER_ROOTS: ReadonlySet<Root> = new Set(['session']);
const ALONE: ReadonlySet<string> = new Set(PRIVATE_ROOTS);

/** Keys only the server writes. */
const SERVER_KEYS: ReadonlySet<string> = new Set(['no']);

/**
 * Decides, before anything is applied, whether an update may change this document, decoded with `decodeUpdate`, which
 * refuses a client in two places. History the document already has is never looked at. Rules GUARD1 to GUARD13 in SPEC.md.
 */
export function guardUpdate(decoded: Decoded, doc: Y.Doc, policy: GuardPolicy): GuardResult {
  const found = problemOf(decoded, doc, policy);
  if (found !== null && 'code' in found) return { ok: false, error: found, steps: 0 };
  const { outcome, steps } = countSteps(decoded, doc, STEP_LIMITS.update);
  if (outcome !== 'done') return { ok: false, error: MERGE_REFUSALS[outcome], steps };
  const error = found === null ? null : undeclaredIn(found, doc, policy);
  return error === null ? { ok: true, steps } : { ok: false, error, steps };
}

/** An update that only the schemas have not judged yet. */
type Judged = { readonly change: Parameters<typeof schemaProblem>[1]; readonly ancestors: Ancestors };

function undeclaredIn({ change, ancestors }: Judged, doc: Y.Doc, policy: GuardPolicy): Refusal | null {
  const mayAddFiles = policy.role === 'facilitator' && policy.space !== 'private';
  const seen = policy.seen ?? (() => new Map<number, number>());
  const undeclared = schemaProblem(doc, change, ancestors, { mayAddFiles, seen });
  if (undeclared === null) return null;
  if (undeclared === 'too-many') return refuse('too-large', true, undeclared);
  const isLasting = undeclared === 'words' || policy.newer !== true;
  return refuse(undeclared === 'too-long' ? 'too-long' : 'unknown', isLasting, undeclared);
}

const MERGE_REFUSALS: Record<Exclude<Count['outcome'], 'done'>, Refusal> = {
  over: refuse('too-large', true, 'too-much-merging'),
  missing: missingHistory(),
  unwritten: refuse('content', true, 'unwritten'),
};

/** Null: it brings nothing new. */
function problemOf(decoded: Decoded, doc: Y.Doc, policy: GuardPolicy): Refusal | Judged | null {
  if (deletesTwice(decoded)) return refuse('content', true, 'deletes-twice');
  const fresh = decoded.structs.filter(
    (struct): struct is Y.Item | Y.GC =>
      !(struct instanceof Y.Skip) &&
      struct.id.clock + struct.length > Y.getState(doc.store, struct.id.client),
  );
  const deletions = newDeletions(decoded, fresh, doc);
  if (fresh.length === 0 && deletions.items.length === 0 && !deletions.missing) return null;

  if (policy.role === 'observer' || policy.role === 'display') {
    return refuse('role', true, 'looks-on');
  }
  if (policy.locked && policy.role === 'participant') {
    return refuse('paused', false, 'paused');
  }
  const clocks = clockProblem(fresh, doc, policy);
  if (clocks !== null) return clocks;

  const ancestors = new Ancestors(doc, decoded.structs as readonly Struct[]);
  const { speaker, role } = policy;
  const isJudged = speaker !== undefined && role === 'participant' && policy.space !== 'private';
  const removed = new Set<unknown>(policy.space === 'private' ? deletions.items : []);
  const context = { policy, ancestors, removed, voice: isJudged ? new OwnVoice(doc, speaker) : null };
  for (const struct of fresh) {
    const problem = structProblem(struct, context);
    if (problem !== null) return problem;
  }
  if (deletions.missing) return missingHistory();
  for (const item of deletions.items) {
    const problem = placeProblem(item, context, true);
    if (problem !== null) return problem;
  }
  const change = { fresh, gone: deletions.items, deleteSet: decoded.ds };
  if (policy.space !== 'private') {
    if (forgesRounds(doc, change, ancestors)) return refuse('role', true, 'counted-by-the-server');
  }
  return { change, ancestors };
}

type Context = {
  readonly policy: GuardPolicy;
  readonly ancestors: Ancestors;
  /** What an update of a private document would delete. */
  readonly removed: ReadonlySet<unknown>;
  /** Null for who may speak for others. */
  readonly voice: OwnVoice | null;
};

function structProblem(struct: Y.Item | Y.GC, context: Context): Refusal | null {
  if (struct instanceof Y.GC) return null;
  const content = contentProblem(struct.content);
  if (content !== null) return refuse('content', true, content);
  if (struct.parentSub === PROTOTYPE_KEY) return refuse('content', true, 'key-of-no-board');
  return placeProblem(struct, context, false);
}

/** `gone`: the struct would be deleted. */
function placeProblem(
  struct: Struct,
  { policy, ancestors, removed, voice }: Context,
  gone: boolean,
): Refusal | null {
  const place = ancestors.of(struct);
  if (place.kind === 'unknown') return missingHistory();
  if (place.kind === 'nowhere') return null;
  if (place.depth > DEPTH_MAX) return refuse('content', true, 'nested-too-deep');
  if (policy.space === 'private') {
    if (touchesPromise(struct, place, gone, removed)) return refuse('role', true, 'promised-by-the-server');
    return ALONE.has(place.root)
      ? null
      : refuse('root', policy.newer !== true, 'root-of-no-private-document', place.root);
  }
  const root = ROOTS.find((name) => name === place.root);
  if (root === undefined || SERVER_ROOTS.has(root)) {
    const isLasting = SERVER_ROOTS.has(root ?? 'meta') || policy.newer !== true;
    return refuse('root', isLasting, 'root-people-do-not-write', place.root);
  }
  if (FACILITATOR_ROOTS.has(root) && policy.role !== 'facilitator') {
    return refuse('role', true, 'root-of-facilitators', root);
  }
  if (root === 'factors' && place.depth === 2 && SERVER_KEYS.has(place.key ?? '')) {
    return refuse('role', true, 'numbered-by-the-server');
  }
  if (voice?.speaksForAnother(struct, place, gone) === true) {
    return refuse('role', true, 'speaks-for-another');
  }
  return null;
}

function clockProblem(fresh: readonly Struct[], doc: Y.Doc, policy: GuardPolicy): Refusal | null {
  const limits = GUARD_LIMITS[policy.step];
  let strangers = 0;
  for (const [client, end] of clockEnds(fresh)) {
    const known = Y.getState(doc.store, client);
    if (known === 0) strangers += 1;
    if (end - known > limits.clockAdvance) {
      return refuse('too-large', true, 'counts-too-far');
    }
  }
  if (strangers > limits.newClients) {
    return refuse('client-id', true, 'too-many-writers');
  }
  return null;
}

/** Yjs never writes such a set, and walks what it deletes once for every time it is named. */
function deletesTwice({ ds }: Decoded): boolean {
  return [...ds.clients.values()].some((ranges) => {
    let end = 0;
    return ranges
      .toSorted((a, b) => a.clock - b.clock)
      .some(({ clock, len }) => {
        const isAgain = clock < end;
        end = clock + len;
        return isAgain;
      });
  });
}

type Deletions = {
  readonly items: readonly Y.Item[];
  /** Some of what is deleted is neither in the document nor in this update. */
  readonly missing: boolean;
};

/** What the delete set would newly delete. Deleting what the update itself brings is judged with those structs. */
function newDeletions(decoded: Decoded, fresh: readonly Struct[], doc: Y.Doc): Deletions {
  const ends = clockEnds(fresh);
  const items: Y.Item[] = [];
  let missing = false;
  for (const [client, ranges] of decoded.ds.clients) {
    const structs = doc.store.clients.get(client) ?? [];
    const state = Y.getState(doc.store, client);
    for (const { clock, len } of ranges) {
      if (clock + len > Math.max(state, ends.get(client) ?? 0)) missing = true;
      if (clock >= state) continue;
      for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
        const struct = structs[at];
        if (struct === undefined || struct.id.clock >= clock + len) break;
        if (struct instanceof Y.Item && !struct.deleted) items.push(struct);
      }
    }
  }
  return { items, missing };
}

function clockEnds(structs: readonly Struct[]): Map<number, number> {
  const ends = new Map<number, number>();
  for (const { id, length } of structs) {
    ends.set(id.client, Math.max(ends.get(id.client) ?? 0, id.clock + length));
  }
  return ends;
}

function missingHistory(): Refusal {
  return refuse('missing-history', false, 'missing-history');
}

function refuse(code: Refusal['code'], lasting: boolean, why: RefusalReason, root?: string): Refusal {
  return root === undefined ? { code, lasting, why } : { code, lasting, why, root: root.slice(0, 40) };
}
