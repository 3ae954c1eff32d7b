import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { LOCAL, rootOf, setKey } from '../doc.ts';
import { ok, type Result } from '../result.ts';
import { metaSchema, type UnitWord } from '../schema/meta.ts';
import { readMeta } from '../schema/read-fields.ts';
import { check } from '../writing/check.ts';

const metaInput = z.partial(
  z.pick(metaSchema, {
    title: true,
    question: true,
    sessionDate: true,
    unitWord: true,
    unitsOpen: true,
    about: true,
  }),
);

/** Sets title, focus question, session date, the word for unit or whether people may add units; a key left out stays as it is. */
export function setMeta(doc: Y.Doc, input: z.input<typeof metaInput>): Result<void> {
  const given = Object.keys(input);
  const checked = check(metaInput, input);
  if (!checked.ok) return checked;
  doc.transact(() => {
    for (const [key, value] of Object.entries(checked.value)) {
      if (given.includes(key)) setKey(rootOf(doc, 'meta'), key, value);
    }
  }, LOCAL);
  return ok(undefined);
}

/** What the board calls its units. */
export function unitWordOf(doc: Y.Doc): UnitWord {
  return readMeta(rootOf(doc, 'meta').toJSON()).meta.unitWord;
}
