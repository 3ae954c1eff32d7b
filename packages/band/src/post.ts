import type { Address, Answer, Body, RouteBy } from '@coherence/protocol/http';

/** Posts to the HTTP interface. Rejects, with what the server said, unless it did what it was asked for. */
export async function post<R extends RouteBy<'POST'>>(
  url: string,
  path: Address<R>,
  body: Body<R>,
  token?: string,
): Promise<Answer<R>> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body ?? {}),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer<R>;
}
