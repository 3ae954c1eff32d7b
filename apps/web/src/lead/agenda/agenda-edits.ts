import { isAlone, newId, phaseFacts, phaseSchema, type Phase, type PhaseKind } from '@coherence/board';

/**
 * One change of an agenda, applied to whatever it is by then: several people may edit. It gives back the same list
 * where there is nothing to change any more.
 */
export type AgendaEdit = (agenda: readonly Phase[]) => readonly Phase[];

/** A phase that comes to the end. `minutes`: 10, as a first guess. */
export function addPhase(phase: Pick<Phase, 'kind' | 'title'>): AgendaEdit {
  const added = withHabits(phaseSchema.parse({ ...phase, id: newId(), minutes: 10 }), phase.kind);
  return (agenda) => [...agenda, added];
}

export function changePhase(id: string, change: Partial<Omit<Phase, 'id'>>): AgendaEdit {
  return (agenda) => agenda.map((phase) => (phase.id === id ? { ...phase, ...change } : phase));
}

/** Changes words only where they are still those somebody began with: nobody's words are overwritten unseen. */
export function rewordPhase(
  id: string,
  key: 'title' | 'prompt' | 'output',
  was: string,
  words: string,
): AgendaEdit {
  return (agenda) =>
    agenda.some((phase) => phase.id === id && phase[key] === was && was !== words)
      ? agenda.map((phase) => (phase.id === id ? { ...phase, [key]: words } : phase))
      : agenda;
}

export function duplicatePhase(id: string): AgendaEdit {
  const copyId = newId();
  return (agenda) =>
    agenda.flatMap((phase) => (phase.id === id ? [phase, { ...phase, id: copyId }] : [phase]));
}

/** Moves a phase up (-1) or down (1) by one place. */
export function movePhase(id: string, by: -1 | 1): AgendaEdit {
  return (agenda) => {
    const at = agenda.findIndex((phase) => phase.id === id);
    const [phase, other] = [agenda[at], agenda[at + by]];
    if (phase === undefined || other === undefined) return agenda;
    return agenda.map((one, index) => (index === at ? other : index === at + by ? phase : one));
  };
}

export function removePhase(id: string): AgendaEdit {
  return (agenda) =>
    agenda.some((phase) => phase.id === id) ? agenda.filter((phase) => phase.id !== id) : agenda;
}

/** Puts a removed phase back before the one it stood before, or at the end. */
export function putBack(phase: Phase, before: string | null): AgendaEdit {
  return (agenda) => {
    if (agenda.some(({ id }) => id === phase.id)) return agenda;
    const at = agenda.findIndex(({ id }) => id === before);
    return at === -1 ? [...agenda, phase] : agenda.toSpliced(at, 0, phase);
  };
}

/** Other phases in place of these; while one is on, it and what came before it stay. */
export function replaceRest(phases: readonly Phase[], isOn: string | null): AgendaEdit {
  return (agenda) => {
    const at = agenda.findIndex(({ id }) => id === isOn);
    const kept = agenda.slice(0, at + 1);
    const ids = new Set(kept.map(({ id }) => id));
    return [...kept, ...phases.filter(({ id }) => !ids.has(id))];
  };
}

/** A phase of another kind, with how people usually work in that kind. */
export function withHabits(phase: Phase, kind: PhaseKind): Phase {
  const method = phaseFacts(kind).vote ?? phase.vote.method;
  const mode = isAlone(kind) ? 'alone' : phase.mode === 'alone' ? 'plenary' : phase.mode;
  return { ...phase, kind, mode, vote: { ...phase.vote, method } };
}
