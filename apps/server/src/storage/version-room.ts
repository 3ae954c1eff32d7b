import type { VersionKind } from './storage.ts';

const MIB = 1024 * 1024;

/** Versions of a board that the server keeps unasked. */
export const UNASKED_VERSIONS_MAX = 100;
/** Bytes of all versions of a board, packed, and of those a person asked for. A board has 7 MiB at most, unpacked. */
export const VERSION_BYTES_MAX = 64 * MIB;
export const NAMED_BYTES_MAX = 48 * MIB;

/** A version that is kept, as far as its room goes. */
interface KeptVersion {
  readonly id: string;
  readonly kind: VersionKind;
  readonly bytes: number;
}

/**
 * Which of the versions of a board go, so that one more of `bytes` has room: of those kept unasked the oldest, never
 * one that a person asked for. `kept`: newest first.
 */
export function versionsToDrop(
  kept: readonly KeptVersion[],
  added: { readonly kind: VersionKind; readonly bytes: number },
): string[] {
  const unasked = kept.filter(({ kind }) => kind !== 'named');
  const others = added.kind === 'named' ? 0 : 1;
  let left = VERSION_BYTES_MAX - added.bytes;
  for (const { kind, bytes } of kept) if (kind === 'named') left -= bytes;
  return unasked.flatMap(({ id, bytes }, index) => {
    left -= bytes;
    return left < 0 || index + others >= UNASKED_VERSIONS_MAX ? [id] : [];
  });
}
