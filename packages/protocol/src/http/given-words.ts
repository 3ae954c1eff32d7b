import { NAME_MAX, plainName, plainText, QUESTION_MAX, TITLE_MAX } from '@coherence/board';
import { z } from 'zod';

/** A name that may be missing: '' too where it has no visible sign (LETTER3). */
export const nameBody = z.string().overwrite(plainName).max(NAME_MAX);
/** A name that must be there. */
export const neededNameBody = nameBody.min(1);
export const titleBody = z.string().overwrite(plainName).min(1).max(TITLE_MAX);
export const questionBody = z.string().overwrite(plainText).trim().max(QUESTION_MAX);
