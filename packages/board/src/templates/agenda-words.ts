import type { PhaseInput } from '../schema/phase.ts';

/** A phase as it stands in a file: without an id of its own. */
export type PhaseWords = Omit<PhaseInput, 'id'>;

/** A phase of a template. Its words are keys, said in the language of whom an agenda is made for. */
export type TemplatePhase = Omit<PhaseWords, 'vote'> & {
  readonly vote?: Omit<NonNullable<PhaseWords['vote']>, 'questions'> & {
    readonly questions?: readonly string[];
  };
};
