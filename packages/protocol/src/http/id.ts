import { z } from 'zod';
import { fault } from './body-fault.ts';

const ID_MAX = 64;

/**
 * An id that a person sends: of a phase, record, round, person, unit or version. No name that every object has, as
 * `constructor`: what is kept by id is kept in plain objects, and Yjs stores none that has such a key.
 */
export const idBody = z
  .string()
  .min(1)
  .max(ID_MAX)
  .refine((id) => !Object.hasOwn(Object.prototype, id), fault('id'));
