/** What facilitators see of a board that is nearly full. */
export const full = {
  roomLabel: 'Room on this board',
  nearlyFull: 'This board is {percent}% full.',
  fullLead: 'This board is full. New words are kept on the devices of their writers.',
  makeRoom: 'Make room',
  roomChoose:
    'Everybody’s pages open anew; all that the board shows stays. What was taken off can stay, or go to a saved version.',
  roomKeep: 'Make room, keep what was taken off',
  roomVersion: 'Move what was taken off to a version',
  roomCancel: 'Not now',
  roomMade: 'There is room again: the board is {percent}% full.',
  roomStillFull:
    'The board is still {percent}% full. Remove drawings or factors, then make room again and move what was taken off to a version.',
  roomFailed: 'No room was made, and nothing was changed. {why}',
} as const;
