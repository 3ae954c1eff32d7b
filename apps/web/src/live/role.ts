export const ROLES = ['facilitator', 'participant', 'observer', 'display'] as const;
export type Role = (typeof ROLES)[number];

export function mayEdit(role: Role): boolean {
  return role === 'facilitator' || role === 'participant';
}
