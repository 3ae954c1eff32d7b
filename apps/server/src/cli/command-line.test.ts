import { describe, expect, it } from 'vitest';
import { readCommand } from './command-line.ts';

describe('the command line', () => {
  it.each([
    [['backup', 'a.db'], { name: 'backup', file: 'a.db' }],
    [['restore', 'a.db'], { name: 'restore', file: 'a.db' }],
    [['check'], { name: 'check', file: null }],
    [['check', 'a.db'], { name: 'check', file: 'a.db' }],
  ])('understands %s', (words, command) => {
    expect(readCommand(words)).toEqual(command);
  });

  it.each([
    [[]],
    [['backup']],
    [['restore']],
    [['restore', '--force']],
    [['check', 'a', 'b']],
    [['drop', 'a']],
  ])('does nothing on %s', (words) => {
    expect(readCommand(words)).toBeNull();
  });
});
