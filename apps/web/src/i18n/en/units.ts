export const units = {
  count: { one: '{n} {word}', other: '{n} {word}s' },
  none: 'No {word}',
} as const;
