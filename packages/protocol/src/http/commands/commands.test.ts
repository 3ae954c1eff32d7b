import { expect, expectTypeOf, test } from 'vitest';
import { COMMANDS, type CommandAnswer, type CommandBody } from './commands.ts';
import { MOVES } from './moves.ts';

const sent = (body: CommandBody) => body;

test('a typo in a command does not compile', () => {
  sent({ type: 'phase', id: null });
  sent({ type: 'resume' });
  sent({ type: 'timer', addMinutes: 1 });
  // @ts-expect-error -- no command has this name
  sent({ type: 'phases', id: null });
  // @ts-expect-error -- what it needs is missing
  sent({ type: 'walk' });
  // @ts-expect-error -- a key is misspelled
  sent({ type: 'timer', addMinute: 1 });
  // @ts-expect-error -- a key that must not be there
  sent({ type: 'resume', now: true });
  // @ts-expect-error -- a value of another kind
  sent({ type: 'set-role', participantId: 'p', role: 'leader' });
  expectTypeOf<CommandAnswer<'make-room'>>().toEqualTypeOf<{
    readonly generation: number;
    readonly percent: number;
  }>();
});

test('no command takes a key that is the name of the command', () => {
  for (const [type, { body }] of Object.entries(COMMANDS))
    expect([type, 'type' in body.shape]).toEqual([type, false]);
});

test('[MOVE1] every command that moves the room says from where and may be refused for it, and no other does', () => {
  for (const [type, { body, codes }] of Object.entries(COMMANDS)) {
    const moves = MOVES[type as keyof typeof MOVES] !== null;
    const refusal = (codes as readonly string[]).includes('room-moved');
    expect([type, 'movesFrom' in body.shape, refusal]).toEqual([type, moves, moves]);
  }
});
