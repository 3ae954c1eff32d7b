import * as encoding from 'lib0/encoding';

type At = readonly [client: number, clock: number];

/**
 * One struct of an update as no person's Yjs writes it. `parent`: name of a root, or the id of the item that holds the
 * type.
 */
export type CraftedStruct = {
  readonly origin?: At | null;
  readonly right?: At | null;
  /** Written only where there is neither origin nor right origin, as the format has it. */
  readonly parent?: string | At;
  readonly key?: string | null;
  readonly content:
    | { readonly words: string }
    | { readonly values: readonly (number | string | boolean)[] }
    | { readonly deleted: number }
    | { readonly type: 'map' | 'text' }
    | { readonly gc: number }
    | { readonly skip: number };
};

export type Crafted = {
  readonly client: number;
  readonly clock: number;
  readonly structs: readonly CraftedStruct[];
};

export type CraftedDeletions = {
  readonly client: number;
  readonly ranges: readonly (readonly [clock: number, length: number])[];
};

/** Writes an update (format 1) of any structs and deletions, valid or not. */
export function craftUpdate(
  sections: readonly Crafted[],
  deletions: readonly CraftedDeletions[] = [],
): Uint8Array {
  const to = encoding.createEncoder();
  encoding.writeVarUint(to, sections.length);
  for (const { client, clock, structs } of sections) {
    for (const number of [structs.length, client, clock]) encoding.writeVarUint(to, number);
    for (const struct of structs) writeStruct(to, struct);
  }
  encoding.writeVarUint(to, deletions.length);
  for (const { client, ranges } of deletions) {
    encoding.writeVarUint(to, client);
    encoding.writeVarUint(to, ranges.length);
    for (const range of ranges) for (const number of range) encoding.writeVarUint(to, number);
  }
  return encoding.toUint8Array(to);
}

const ORIGIN = 0x80;
const RIGHT = 0x40;
const KEY = 0x20;

function writeStruct(to: encoding.Encoder, { content, ...place }: CraftedStruct): void {
  if ('gc' in content || 'skip' in content) {
    encoding.writeUint8(to, 'gc' in content ? 0 : 10);
    encoding.writeVarUint(to, 'gc' in content ? content.gc : content.skip);
    return;
  }
  const { origin = null, right = null, parent = 'factors', key = null } = place;
  const flags = (origin === null ? 0 : ORIGIN) | (right === null ? 0 : RIGHT) | (key === null ? 0 : KEY);
  encoding.writeUint8(to, refOf(content) | flags);
  for (const at of [origin, right]) if (at !== null) writeId(to, at);
  if (origin === null && right === null) {
    encoding.writeVarUint(to, typeof parent === 'string' ? 1 : 0);
    if (typeof parent === 'string') encoding.writeVarString(to, parent);
    else writeId(to, parent);
    if (key !== null) encoding.writeVarString(to, key);
  }
  if ('words' in content) encoding.writeVarString(to, content.words);
  else if ('deleted' in content) encoding.writeVarUint(to, content.deleted);
  else if ('type' in content) encoding.writeVarUint(to, content.type === 'map' ? 1 : 2);
  else {
    encoding.writeVarUint(to, content.values.length);
    for (const value of content.values) encoding.writeAny(to, value);
  }
}

function refOf(content: CraftedStruct['content']): number {
  if ('deleted' in content) return 1;
  if ('words' in content) return 4;
  return 'type' in content ? 7 : 8;
}

function writeId(to: encoding.Encoder, [client, clock]: At): void {
  encoding.writeVarUint(to, client);
  encoding.writeVarUint(to, clock);
}
