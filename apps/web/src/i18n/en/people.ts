export const people = {
  title: 'People',
  here: { one: '{n} person here', other: '{n} people here' },
  count: { one: '{n} person, {units}', other: '{n} people, {units}' },
  units: { one: '{n} unit', other: '{n} units' },
  you: 'you',
  noName: 'No name',
  noUnit: 'No unit',
  more: '+{n}',
  second: 'Use a second device',
  secondHint: 'On the other device open the join page of this board, choose “I am already here” and type',
  secondLasts: 'The numbers work once, for a few minutes.',
  secondFailed: 'No numbers came. {why}',
} as const;
