import * as fc from 'fast-check';
import { MESSAGES, type Message } from '../wire/messages.ts';

const varUint = fc.oneof(fc.nat(300), fc.maxSafeNat());
const bytes = fc.uint8Array({ maxLength: 200 });
const text = fc.string({ unit: 'grapheme', maxLength: 60 });

/** What may stand where the samples have these values, as `MessageDeclaration.samples` promises. */
function like(values: readonly unknown[]): fc.Arbitrary<unknown> {
  const forms = new Map(values.map((value) => [formOf(value), value]));
  return fc.oneof(
    ...[...forms].map(([form, value]) =>
      variation(
        value,
        values.filter((one) => formOf(one) === form),
      ),
    ),
  );
}

const formOf = (value: unknown) =>
  value === null
    ? 'null'
    : value instanceof Uint8Array
      ? 'bytes'
      : Array.isArray(value)
        ? 'list'
        : typeof value;

function variation(value: unknown, alike: readonly unknown[]): fc.Arbitrary<unknown> {
  if (value === null) return fc.constant(null);
  if (typeof value === 'number') return varUint;
  if (typeof value === 'string') return new Set(alike).size > 1 ? fc.constantFrom(...alike) : text;
  if (value instanceof Uint8Array) return bytes;
  if (Array.isArray(value)) return fc.array(like(alike.flat()), { maxLength: 8 });
  if (typeof value !== 'object') throw new Error(`samples hold no ${typeof value}`);
  return fc.record(
    Object.fromEntries(
      Object.keys(value).map((key) => [key, like(alike.map((one) => Object(one)[key] as unknown))]),
    ),
  );
}

function anyOf(type: Message['type']): fc.Arbitrary<Message> {
  const samples = MESSAGES[type].samples.filter((sample) => sample.type === type);
  return like(samples).map((message) => ({ ...(message as Message), type }) as Message);
}

/** Any message within the limits, for laws and fuzz. */
export const arbitraryMessage: fc.Arbitrary<Message> = fc.oneof(
  ...(Object.keys(MESSAGES) as Message['type'][]).map(anyOf),
);
