export const live = {
  /** Above a text that is cut because it is too long. */
  tooLong: '{count} of {most} characters: please shorten',
} as const;
