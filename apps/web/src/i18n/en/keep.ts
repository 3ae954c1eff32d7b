export const keep = {} as const;
