import { z } from 'zod';
import { CHUNK_POINTS_MAX, COORDINATE_MAX } from './limits.ts';
import { posField, textField } from './fields.ts';

export const DRAWING_KINDS = ['pen', 'note', 'text'] as const;
export const INKS = ['ink', 'blue', 'red', 'green', 'yellow', 'violet'] as const;

const offset = z.number().finite().min(-COORDINATE_MAX).max(COORDINATE_MAX);

/** Points relative to `pos`: x0, y0, x1, y1, … */
export const chunkField = z.array(offset).max(CHUNK_POINTS_MAX * 2);

export const drawingSchema = z.object({
  kind: z.enum(DRAWING_KINDS),
  /** For a pen stroke the third number is unused. */
  pos: posField,
  ink: z.enum(INKS).default('ink'),
  text: textField.default(''),
  /** Chunk keys `s0`, `s1`, … of a pen stroke, already joined in order. */
  points: z.array(offset).max(200_000).default([]),
});

export type DrawingKind = (typeof DRAWING_KINDS)[number];
export type Ink = (typeof INKS)[number];
export type Drawing = { readonly id: string } & Readonly<z.infer<typeof drawingSchema>>;
