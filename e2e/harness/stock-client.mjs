import * as Y from 'yjs';
import { WebsocketProvider } from 'y-websocket';

export async function addOutcome({ url, id, token, WebSocket }, words) {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${url}/sync`, id, doc, {
    params: { token },
    disableBc: true,
    WebSocketPolyfill: WebSocket,
  });
  await new Promise((resolve) => provider.once('sync', resolve));
  const outcome = new Y.Map([
    ['kind', 'outcome'],
    ['text', new Y.Text(words)],
    ['in', doc.clientID],
  ]);
  doc.getMap('factors').set(`stock-${doc.clientID}`, outcome);
  return { doc, provider };
}
