import * as z from 'zod/mini';
import { CHUNK_POINTS_MAX, COORDINATE_MAX } from './limits.ts';
import { posField, textField } from './fields.ts';

export const DRAWING_KINDS = ['pen', 'note', 'text'] as const;
export const INKS = ['ink', 'blue', 'red', 'green', 'yellow', 'violet'] as const;

const offset = z.number().check(z.minimum(-COORDINATE_MAX), z.maximum(COORDINATE_MAX));

/** Points relative to `pos`: x0, y0, x1, y1, … */
export const chunkField = z.array(offset).check(z.maxLength(CHUNK_POINTS_MAX * 2));

export const drawingSchema = z.object({
  kind: z.enum(DRAWING_KINDS),
  /** For a pen stroke the third number is unused. */
  pos: posField,
  ink: z._default(z.enum(INKS), 'ink'),
  text: z._default(textField, ''),
  /** Chunk keys `s0`, `s1`, … of a pen stroke, already joined in order. */
  points: z._default(z.array(offset).check(z.maxLength(200_000)), []),
});

export type DrawingKind = (typeof DRAWING_KINDS)[number];
export type Ink = (typeof INKS)[number];
export type Drawing = { readonly id: string } & Readonly<z.infer<typeof drawingSchema>>;
