import { phaseSchema, type PhaseKind } from '@coherence/board';
import { describe, expect, it } from 'vitest';
import { reachable } from './reach.ts';

const phaseOf = (kind: PhaseKind) => phaseSchema.parse({ id: 'p', kind, title: kind });
const free = { role: 'participant', phase: null, narrow: false } as const;

describe('where somebody can be brought', () => {
  it('is any view while no phase is on; phones read the map as its outline', () => {
    expect(reachable('map', free)).toBe('map');
    expect(reachable('map', { ...free, narrow: true })).toBe('outline');
    expect(reachable('room', free)).toBeNull();
    expect(reachable('nowhere', free)).toBeNull();
  });

  it('is a place within the view of the phase and nothing outside it', () => {
    expect(reachable('map', { ...free, phase: phaseOf('link') })).toBe('map');
    expect(reachable('grid', { ...free, phase: phaseOf('link') })).toBeNull();
    expect(reachable('grid', { ...free, phase: phaseOf('group') })).toBe('grid');
    expect(reachable('map', { ...free, phase: phaseOf('write') })).toBeNull();
    expect(reachable('room', { ...free, role: 'facilitator', phase: phaseOf('write') })).toBe('room');
  });
});
