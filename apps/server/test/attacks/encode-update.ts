import * as Y from 'yjs';

/** An update (Yjs v1) of these items in a row, as no document would write it. */
export function encodeUpdate(client: number, items: readonly Y.Item[]): Uint8Array {
  const parts = items.map((item) => {
    const encoder = new Y.UpdateEncoderV1();
    item.write(encoder, 0);
    return encoder.toUint8Array();
  });
  const bytes = [1, items.length, client, items[0]?.id.clock ?? 0].flatMap(varUint);
  return Uint8Array.from([...bytes, ...parts.flatMap((part) => [...part]), 0]);
}

function varUint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}
