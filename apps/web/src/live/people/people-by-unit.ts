export type PersonHere = {
  readonly participantId: string;
  readonly name: string | null;
  readonly unit: string | null;
  readonly colour: string;
  readonly here: boolean;
  readonly role: string;
};

type UnitHere<P> = {
  /** Id of the unit; null for people without one. */
  readonly unit: string | null;
  readonly people: readonly P[];
};

/** Each person once, however many tabs and devices they have open; a projector is no person. Keeps the order. */
export function onePerPerson<P extends PersonHere>(connections: readonly P[]): readonly P[] {
  const people = new Map<string, P>();
  for (const person of connections) {
    if (person.role !== 'display' && !people.has(person.participantId))
      people.set(person.participantId, person);
  }
  return [...people.values()];
}

/** People by unit, units in board order; who has none, or one the board does not know, comes last. */
export function peopleByUnit<P extends PersonHere>(
  people: readonly P[],
  unitIds: readonly string[],
): readonly UnitHere<P>[] {
  const known = new Set(unitIds);
  const ofUnit = (unit: string | null) =>
    people.filter((person) => (person.unit !== null && known.has(person.unit) ? person.unit : null) === unit);
  return [...unitIds, null]
    .map((unit) => ({ unit, people: ofUnit(unit) }))
    .filter((group) => group.people.length > 0);
}
