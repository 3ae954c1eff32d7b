/** How far a room is with its part: the console, the wall and the phones say the same sentence. */
export const progress = {
  count: '{done} of {all}',
  verb_finished: { one: 'has finished', other: 'have finished' },
  verb_voted: { one: 'has voted', other: 'have voted' },
} as const;
