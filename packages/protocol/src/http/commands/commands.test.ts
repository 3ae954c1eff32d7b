import { expect, expectTypeOf, test } from 'vitest';
import { COMMANDS, type CommandAnswer, type CommandBody } from './commands.ts';

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
