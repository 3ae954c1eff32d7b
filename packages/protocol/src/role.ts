/** What a person is on one board. */
export const ROLES = ['facilitator', 'participant', 'observer', 'display'] as const;
export type Role = (typeof ROLES)[number];

/** Who may do what on a board. Server and client ask this table and no other. */
const MAY = {
  read: ROLES,
  /** Take files and pictures away. */
  export: ['facilitator', 'participant', 'observer'],
  /**
   * Be told the code. It lets any person in as a participant, so an observer has it not; a projector shows it to the
   * room.
   */
  invite: ['facilitator', 'participant', 'display'],
  /** Change the board, and have a document of one's own: notes and ballots. */
  write: ['facilitator', 'participant'],
  /** Lead the session: commands, people, versions, rehearsals. */
  command: ['facilitator'],
} as const satisfies Record<string, readonly Role[]>;
export type Act = keyof typeof MAY;

export function may(role: Role, act: Act): boolean {
  const roles: readonly Role[] = MAY[act];
  return roles.includes(role);
}

/** From the role that may least to the one that may most. */
const RANK = { display: 0, observer: 1, participant: 2, facilitator: 3 } as const satisfies Record<
  Role,
  number
>;

/** The higher of two roles. */
export function higherRole(a: Role, b: Role): Role {
  return RANK[a] >= RANK[b] ? a : b;
}
