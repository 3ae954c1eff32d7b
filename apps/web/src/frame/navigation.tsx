import { useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent } from 'react';
import { openHeldInvite } from './held-invite.ts';
import { marksHere } from '../ui/back/use-back.ts';
import { routeOf, type Route } from './routes.ts';

const held = openHeldInvite((address) => history.replaceState({}, '', address));

let shown: { key: string; route: Route } | null = null;

/** Goes to a path of this app. `replace` leaves no way back to where one was. */
export function navigate(path: string, { replace = false } = {}): void {
  // From a menu or dialog one goes on in place of its mark: back leads to the page under it.
  if (replace || marksHere() > 0) history.replaceState({}, '', path);
  else history.pushState({}, '', path);
  if (!replace) window.scrollTo(0, 0);
  // The browser says so itself only where a person goes back or forth.
  dispatchEvent(new PopStateEvent('popstate'));
}

/** Goes to the door that an invite opens. It never stands in an address. */
export function navigateInvited(board: string, invite: string): void {
  navigate(held.hold(board, invite));
}

/** The door is open: nothing leads back to it. */
export function forgetInvite(): void {
  held.forget();
}

/** Takes the secret of an invitation out of the address bar. The first thing a page does. */
export function takeInviteOutOfAddress(): void {
  held.takeFrom(location);
}

/** The route of the address bar. */
export function useRoute(): Route {
  return useSyncExternalStore(subscribe, currentRoute);
}

function currentRoute(): Route {
  takeInviteOutOfAddress();
  const { pathname, search } = location;
  const invite = held.at(pathname);
  const key = JSON.stringify([pathname, search, invite]);
  if (shown?.key !== key) shown = { key, route: routeOf({ pathname, search, invite }) };
  return shown.route;
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
