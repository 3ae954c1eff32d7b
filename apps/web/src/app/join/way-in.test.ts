import { expect, test } from 'vitest';
import { wayIn } from './way-in.ts';

test('somebody new is asked, a projector is not', () => {
  expect(wayIn(null, 'participant')).toBe('ask');
  expect(wayIn(null, 'display')).toBe('show');
});

test('who is on the board already goes straight in', () => {
  expect(wayIn({ role: 'participant' }, 'participant')).toBe('enter');
  expect(wayIn({ role: 'facilitator' }, 'participant')).toBe('enter');
  expect(wayIn({ role: 'facilitator' }, 'observer')).toBe('enter');
});

test('a higher invitation raises the same person', () => {
  expect(wayIn({ role: 'participant' }, 'facilitator')).toBe('raise');
  expect(wayIn({ role: 'observer' }, 'participant')).toBe('raise');
});

test('projecting never takes a facilitator’s own role, and a projector that joins is somebody new', () => {
  expect(wayIn({ role: 'facilitator' }, 'display')).toBe('show');
  expect(wayIn({ role: 'display' }, 'participant')).toBe('ask');
});
