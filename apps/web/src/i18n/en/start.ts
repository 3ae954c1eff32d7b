export const start = {
  title: 'Join or prepare a session',
  joinTitle: 'Join with a code',
  joinHint: 'Six letters and numbers, on the screen in the room or in your invitation.',
  code: 'Code',
  join: 'Join',
  prepare: 'Prepare a session',
  prepareButton: 'Make a board',
  prepareHint: 'Make a new board with your question and your units.',
  yourBoards: 'Boards on this browser',
  noBoards: 'Boards you join or make here are listed here, for this browser only.',
  forget: 'Take off this list',
  forgetName: 'Take {title} off this list',
  role: 'Joined as {role}',
  about: 'Who runs this, and what it stores',
  runBy: 'This server is run by your own organization at {host}. No other company takes part.',
  stores:
    'It stores the boards: their texts, the name and unit each person gave, and who joined. Cursors and who is looking are not stored. Anyone with the code of a board can open it.',
  codeShort: {
    one: 'A code has 6 characters; this has {n}.',
    other: 'A code has 6 characters; this has {n}.',
  },
  codeLetters: 'A code has no {letters}. Look again: codes leave out 0, O, 1, I and L.',
} as const;
