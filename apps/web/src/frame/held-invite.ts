import { readDoor } from '@coherence/protocol';
import { asJson, remembered, tabStore, type DeviceStore } from '../live/device/remembered.ts';
import { paths } from './routes.ts';

type HeldInvite = { readonly path: string; readonly invite: string };
type Place = Pick<Location, 'pathname' | 'search' | 'hash'>;

const HELD = asJson<HeldInvite | null>(readHeld, (held) => held === null);
/** Parameters of ours; those of trackers go. */
const OURS = ['language', 'view'] as const;

/**
 * The invite this tab came with, until its door was opened: it outlives a reload and stands in no address, so that no
 * history, projector or log shows it. `replace` writes another address over the one that is shown.
 */
export function openHeldInvite(replace: (address: string) => void, store: DeviceStore | null = tabStore()) {
  const held = remembered<HeldInvite | null>('coherence.invite', HELD, store);

  /** Keeps the invite for the door at the path that is answered. */
  function hold(board: string, invite: string): string {
    const path = board === '' ? paths.join() : paths.board(board);
    held.set({ path, invite });
    return path;
  }

  return {
    hold,
    /** Takes an invite out of the address, however a mail program or a chat wrote it there. */
    takeFrom({ pathname, search, hash }: Place): void {
      const door = readDoor(pathname + search + hash);
      if (door.kind === 'invite') replace(hold(door.board, door.invite) + ownPart(search));
    },
    at: (pathname: string): string | null => {
      const known = held.getSnapshot();
      return known?.path === pathname ? known.invite : null;
    },
    forget: (): void => void held.set(null),
  };
}

function ownPart(search: string): string {
  const given = new URLSearchParams(search);
  const kept = OURS.flatMap((name) => {
    const [value] = /^[\w-]+/.exec(given.get(name) ?? '') ?? [];
    return value === undefined ? [] : [`${name}=${value}`];
  });
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

function readHeld(parsed: unknown): HeldInvite | null {
  const { path, invite } = (parsed ?? {}) as Partial<HeldInvite>;
  return typeof path === 'string' && typeof invite === 'string' ? { path, invite } : null;
}
