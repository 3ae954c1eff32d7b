import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { BODY_FAULTS, type BodyFault } from '@coherence/protocol/http';
import { ApiError, refusedFor } from '../errors.ts';

const KIB = 1024;
/** Bodies are small except for imported files. */
const MAX_BODY_BYTES = 64 * KIB;
const MAX_FILE_BYTES = 8 * KIB * KIB;

/** The bytes of a file of at most `MAX_FILE_BYTES`; throws `too-large` with that limit, or what `arrives` throws. */
export async function fileBytes(
  request: IncomingMessage,
  arrives: (bytes: number) => void,
): Promise<Uint8Array> {
  expectJson(request);
  const bytes = await requestBytes(request, MAX_FILE_BYTES, arrives);
  if (bytes === null) throw refusedFor('file-over', { megabytes: MAX_FILE_BYTES / KIB / KIB });
  return bytes;
}

/** A page of another site cannot send this content type unasked. */
function expectJson(request: IncomingMessage): void {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new ApiError('not-json');
}

/**
 * The body as it is, or null if it is longer than `maxBytes`. Throws when the sender goes away half-way, or what `arrives`
 * throws.
 */
export async function requestBytes(
  request: IncomingMessage,
  maxBytes: number,
  arrives: (bytes: number) => void = () => {},
): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    arrives(chunk.length);
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Reads and checks a JSON body. The hint of a refusal says where it is wrong. */
export async function readBody<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  expectJson(request);
  const bytes = await requestBytes(request, MAX_BODY_BYTES);
  if (bytes === null) throw refusedFor('body-over', { kilobytes: MAX_BODY_BYTES / KIB });
  let value: unknown;
  try {
    // No letter of a name is lost where a program sends another encoding.
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw refusedFor('body-not-json');
  }
  return checked(schema, value);
}

export function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.map(String).join('.') ?? '';
  throw new ApiError('bad-request', { kind: 'body', where, fault: faultOf(issue?.message) });
}

function faultOf(message = ''): BodyFault | { told: string } {
  return BODY_FAULTS.find((fault) => fault === message) ?? { told: message };
}
