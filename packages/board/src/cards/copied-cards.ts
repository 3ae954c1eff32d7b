import * as z from 'zod/mini';
import { nodesOf } from '../projections/nodes.ts';
import { unitsInOrder } from '../projections/record-facts.ts';
import { movedTextField, nameField, orNull, polarityField, strengthField } from '../schema/fields.ts';
import { PASTE_MAX } from '../schema/limits.ts';
import { NODE_KINDS } from '../schema/node-kind.ts';
import type { BoardSnapshot } from '../snapshot.ts';

/** Who said something, by names: another board has other ids. */
const voiceSchema = z.object({ unit: orNull(nameField), name: orNull(nameField) });

const copiedSchema = z.object({
  schema: z.literal('coherence-cards/1'),
  cards: z
    .array(
      z.object({
        text: movedTextField,
        kind: z.enum(NODE_KINDS),
        voices: z.array(voiceSchema).check(z.maxLength(PASTE_MAX)),
      }),
    )
    .check(z.minLength(1), z.maxLength(PASTE_MAX)),
  /** Between the cards above; `from` and `to` are their places in the list. One for each source. */
  links: z
    .array(
      z.object({
        from: z.int().check(z.minimum(0)),
        to: z.int().check(z.minimum(0)),
        polarity: polarityField,
        strength: strengthField,
        delay: z.boolean(),
        unit: orNull(nameField),
      }),
    )
    .check(z.maxLength(10 * PASTE_MAX)),
});

/** Cards as they travel on the clipboard from one board to another. */
export type CopiedCards = z.infer<typeof copiedSchema>;
export type CopiedVoice = z.infer<typeof voiceSchema>;

/** The cards of these ids in their order, at most PASTE_MAX, with who said them and the links among them. */
export function copyCards(snapshot: BoardSnapshot, ids: readonly string[]): CopiedCards {
  const nodes = new Map(nodesOf(snapshot).map((node) => [node.id, node]));
  const known = ids.filter((id) => nodes.has(id)).slice(0, PASTE_MAX);
  const names = new Map(unitsInOrder(snapshot).map(({ id, name }) => [id, name]));
  const voices = new Map(snapshot.factors.map(({ id, sources }) => [id, Object.values(sources)]));
  const unitNamed = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
  return {
    schema: 'coherence-cards/1',
    cards: known.flatMap((id) => {
      const node = nodes.get(id);
      if (node === undefined) return [];
      const said = (voices.get(id) ?? []).map(({ unit, name }) => ({
        unit: unitNamed(unit),
        name: name ?? null,
      }));
      return [{ text: node.text, kind: node.kind, voices: said.filter(({ unit, name }) => unit ?? name) }];
    }),
    links: snapshot.influences.flatMap(({ from, to, source, polarity, strength, delay }) => {
      const [start, end] = [known.indexOf(from), known.indexOf(to)];
      if (start < 0 || end < 0) return [];
      const unit = source?.kind === 'unit' ? unitNamed(source.id) : null;
      return [{ from: start, to: end, polarity, strength, delay, unit }];
    }),
  };
}

/** Reads what stands on a clipboard; null for anything but cards, as other programs may write there too. */
export function readCopiedCards(text: string): CopiedCards | null {
  try {
    const read = copiedSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
