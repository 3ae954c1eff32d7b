import { useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent } from 'react';
import { routeOf, type Route } from './routes.ts';

type HistoryEntry = { readonly invite?: string };

let shown: { key: string; route: Route } | null = null;

/** Goes to a path of this app. `replace` leaves no way back to where one was. */
export function navigate(path: string, { replace = false } = {}): void {
  if (replace) history.replaceState({}, '', path);
  else history.pushState({}, '', path);
  if (!replace) window.scrollTo(0, 0);
  // The browser says so itself only where a person goes back or forth.
  dispatchEvent(new PopStateEvent('popstate'));
}

/** The route of the address bar. */
export function useRoute(): Route {
  return useSyncExternalStore(subscribe, currentRoute);
}

function currentRoute(): Route {
  takeInviteOutOfAddress();
  const { pathname, search } = location;
  const entry = history.state as HistoryEntry | null;
  const invite = typeof entry?.invite === 'string' ? entry.invite : null;
  const key = JSON.stringify([pathname, search, invite]);
  if (shown?.key !== key) shown = { key, route: routeOf({ pathname, search, invite }) };
  return shown.route;
}

/** The fragment of `/b/:id#secret` moves into the history entry, so that a projector does not show it. */
function takeInviteOutOfAddress(): void {
  const invite = location.hash.slice(1);
  if (invite === '' || !/^\/b\/[^/]+\/?$/.test(location.pathname)) return;
  history.replaceState({ invite } satisfies HistoryEntry, '', location.pathname + location.search);
}

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener);
  addEventListener('hashchange', listener);
  return () => {
    removeEventListener('popstate', listener);
    removeEventListener('hashchange', listener);
  };
}

/** A link that stays in the app; with a modifier or another target the browser follows it as usual. */
export function Link({ href, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!plain || event.defaultPrevented || (rest.target ?? '_self') !== '_self') return;
    event.preventDefault();
    navigate(href);
  };
  return (
    <a {...rest} href={href} onClick={follow}>
      {rest.children}
    </a>
  );
}
