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
  forgetTitle: 'Take this board off the list?',
  forgetHint:
    'This browser then forgets who you are on “{title}”. The board itself stays. To come back you need its code or a link, and as a facilitator the facilitator link.',
  keep: 'Keep it',
  forgetName: 'Take off this list: {title}',
  role: 'Joined as {role}',
  about: 'Who runs this, and what it stores',
  runBy: 'Whoever gave you the address {host} runs this server. No other company takes part.',
  stores:
    'It stores the boards: their texts, the name and unit each person gave, who joined, and a key for each device. Names and keys stay after a person is removed. Cursors and who is looking are not stored. Anyone with the code of a board can open it.',
  codeShort: {
    one: 'A code has 6 characters; this has {n}.',
    other: 'A code has 6 characters; this has {n}.',
  },
  codeLetters: 'A code has no {letters}. Look again: codes leave out 0, O, 1, I and L.',
} as const;
