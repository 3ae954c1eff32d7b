interface Addressed {
  readonly origin: string | undefined;
  /** What the client called this server. */
  readonly host: string | undefined;
  readonly publicUrl: string | null;
}

/**
 * Whether a page may open a socket here. Browsers always say where a page came from; programs say nothing
 * and hold a token anyway. Without this check any page could use a visitor's network position.
 */
export function mayConnectFrom({ origin, host, publicUrl }: Addressed): boolean {
  if (origin === undefined || origin === '') return true;
  if (publicUrl !== null && origin === publicUrl) return true;
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host.toLowerCase();
}
