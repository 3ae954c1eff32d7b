/** `room`: the screen of the phase that is on. */
export const VIEWS = ['grid', 'map', 'outline', 'room'] as const;
export type View = (typeof VIEWS)[number];

export type Route =
  | { readonly name: 'start' }
  | { readonly name: 'create' }
  /** `code` as it stands in the address, not checked. */
  | { readonly name: 'join'; readonly code: string | null }
  /** Someone followed an invitation; the secret is out of the address bar by now. */
  | { readonly name: 'invited'; readonly invite: string }
  | { readonly name: 'board'; readonly id: string; readonly view: View }
  | { readonly name: 'sheet'; readonly id: string }
  | { readonly name: 'poster'; readonly id: string }
  /** The facilitator's check before a session, and the page a phone opens for it. */
  | { readonly name: 'check'; readonly id: string }
  | { readonly name: 'reached'; readonly code: string }
  | { readonly name: 'lost' };

export type Address = {
  readonly pathname: string;
  readonly search: string;
  /** The secret of an invitation that this tab came with, as `heldInvite` keeps it for this path. */
  readonly invite: string | null;
};

/** What an address shows. Total: an address that means nothing is `lost`. */
export function routeOf({ pathname, search, invite }: Address): Route {
  const [first = '', id = '', last = '', ...rest] = pathname.split('/').filter((part) => part !== '');
  // Some programs write links in capitals.
  const [head, leaf] = [first.toLowerCase(), last.toLowerCase()];
  if (rest.length > 0) return { name: 'lost' };
  if (invite !== null) return { name: 'invited', invite };
  if (head === '') return { name: 'start' };
  if (head === 'new' && id === '') return { name: 'create' };
  if (head === 'join' && leaf === '') return { name: 'join', code: id === '' ? null : decoded(id) };
  if (head === 'check' && id !== '' && leaf === '') return { name: 'reached', code: decoded(id) };
  if (head !== 'b' || id === '') return { name: 'lost' };
  return boardPage(idIn(id), leaf, search);
}

function boardPage(id: string, leaf: string, search: string): Route {
  if (leaf === 'sheet' || leaf === 'poster' || leaf === 'check') return { name: leaf, id };
  if (leaf !== '') return { name: 'lost' };
  return { name: 'board', id, view: viewOf(new URLSearchParams(search).get('view')) };
}

/** Without the full stop or bracket that a link was copied with. */
function idIn(part: string): string {
  return /^[\w-]+/.exec(part)?.[0] ?? part;
}

function viewOf(word: string | null): View {
  return VIEWS.find((view) => view === word) ?? 'grid';
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export const paths = {
  start: '/',
  create: '/new',
  join: (code?: string) => (code === undefined ? '/join' : `/join/${encodeURIComponent(code)}`),
  board: (id: string, view: View = 'grid') => (view === 'grid' ? `/b/${id}` : `/b/${id}?view=${view}`),
  sheet: (id: string) => `/b/${id}/sheet`,
  poster: (id: string) => `/b/${id}/poster`,
  check: (id: string) => `/b/${id}/check`,
  reached: (code: string) => `/check/${encodeURIComponent(code)}`,
  invited: (id: string, invite: string) => `/b/${id}#${invite}`,
} as const;
