const LOOPBACK = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/i;

/**
 * The addresses others can reach this server at, best first: one that names itself on https, then the one this page
 * came from, then the rest. Never this computer's own name for itself: on a phone it would mean the phone.
 */
export function reachableAddresses(served: readonly string[], page: string): readonly string[] {
  const known = served.map(originOf).filter((origin) => origin !== null);
  const here = originOf(page);
  const published = known.filter((origin) => origin.startsWith('https:'));
  const all = [...published, ...(here === null ? [] : [here]), ...known];
  return [...new Set(all)];
}

/** An address as people type it: without `http://`, which browsers add. */
export function typedAddress(origin: string): string {
  return origin.replace(/^http:\/\//, '');
}

function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { origin, hostname, protocol } = new URL(address);
  return /^https?:$/.test(protocol) && !LOOPBACK.test(hostname) ? origin : null;
}
