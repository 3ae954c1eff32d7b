const ANSWER_WITHIN_MS = 4000;

/** Whether the server at `origin` answers a plain request. A sign-in page of the network in between is no answer. */
export async function isServerLive(origin: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const response = await fetch(`${origin}/health/live`, { cache: 'no-store', signal });
    const body: unknown = await response.json();
    return (
      response.ok && typeof body === 'object' && body !== null && 'status' in body && body.status === 'live'
    );
  } catch {
    return false;
  }
}
