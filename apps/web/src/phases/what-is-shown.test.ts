import { phaseSchema, type PhaseKind } from '@coherence/board';
import { describe, expect, it } from 'vitest';
import { isLed, showsUnits, shownFor } from './what-is-shown.ts';

const phaseOf = (kind: PhaseKind) => phaseSchema.parse({ id: 'p', kind, title: kind });
const asked = { role: 'participant', phase: null, view: 'grid', narrow: false } as const;

describe('what somebody sees of an open board', () => {
  it('is the view they chose while no phase is on', () => {
    expect(shownFor({ ...asked, view: 'outline' })).toEqual({ kind: 'view', view: 'outline', edits: true });
    expect(shownFor({ ...asked, view: 'room' })).toEqual({ kind: 'view', view: 'grid', edits: true });
  });

  it('is the place of the phase for participants, whatever address they try', () => {
    for (const view of ['grid', 'map', 'outline', 'room'] as const) {
      const written = shownFor({ ...asked, view, phase: phaseOf('write') });
      expect(written).toEqual({ kind: 'room' });
    }
    expect(shownFor({ ...asked, view: 'grid', phase: phaseOf('link') })).toMatchObject({ view: 'map' });
  });

  it('lets them choose how to see the map in a phase on the map, and starts phones with the outline', () => {
    const phase = phaseOf('link');
    expect(shownFor({ ...asked, view: 'outline', phase })).toMatchObject({ view: 'outline' });
    expect(shownFor({ ...asked, narrow: true, phase })).toMatchObject({ view: 'outline' });
  });

  it('lets participants look and not touch where the phase is for reading', () => {
    expect(shownFor({ ...asked, phase: phaseOf('read') })).toMatchObject({ view: 'map', edits: false });
    expect(shownFor({ ...asked, role: 'facilitator', view: 'room', phase: phaseOf('read') })).toMatchObject({
      edits: true,
    });
  });

  it('leaves a facilitator where they look until they ask for the room', () => {
    const phase = phaseOf('vote');
    expect(shownFor({ ...asked, role: 'facilitator', view: 'map', phase })).toMatchObject({ view: 'map' });
    expect(shownFor({ ...asked, role: 'facilitator', view: 'room', phase })).toEqual({
      kind: 'room',
    });
    expect(isLed('facilitator', phase)).toBe(false);
    expect(isLed('observer', phase)).toBe(true);
  });
});

describe('units of contributions', () => {
  it('are shown unless the phase is anonymous', () => {
    expect(showsUnits(phaseOf('write'))).toBe(true);
    expect(showsUnits({ ...phaseOf('write'), identity: 'anonymous' })).toBe(false);
  });
});
