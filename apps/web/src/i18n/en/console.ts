export const console = {
  over: '{time} over',
  lastMinute: 'One minute left.',
} as const;
