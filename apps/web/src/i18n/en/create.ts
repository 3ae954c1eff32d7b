export const create = {
  title: 'Prepare a session',
  boardTitle: 'Title',
  boardTitleHint: 'What people see at the top of the board.',
  boardTitlePlaceholder: 'How do our units support improving schools?',
  question: 'Focus question',
  questionHint: 'The one question the group answers. You can change it at any time.',
  questionPlaceholder:
    'What interferes with a coherent system of support, and what already pulls it together?',
  date: 'Session date',
  units: 'Units',
  unitsHint:
    'One on a line, with letters in brackets if you like: Federal Programs (FP). People choose theirs when they join, and can add one.',
  unitsFound: { one: '{n} unit', other: '{n} units' },
  submit: 'Make the board',
  making: 'Making the board',
  needTitle: 'Give the board a title.',
  tooManyUnits: 'A board holds {max} units; this list has {n}.',
  failed: 'The board was not made. {why} What you typed is still here.',
} as const;
