import { expect, test } from 'vitest';
import { kindLooks } from './kinds.ts';
import { inkColors, palette, unitTints } from './palette.ts';

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(color: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const linear = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
}

test('every text colour has 4.5:1 on the grounds it stands on', () => {
  const pairs = [...unitTints, ...Object.values(kindLooks)].flatMap(({ ink, ground }) => [
    [ink, ground],
    [ink, palette.white],
    [palette.ink, ground],
  ]);
  for (const color of [palette.secondary, palette.link, palette.loop]) pairs.push([color, palette.paper]);
  for (const [ink = '', ground = ''] of pairs)
    expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
});

test('edges and drawing inks have 3:1', () => {
  for (const ground of [palette.white, palette.surface, palette.paper]) {
    expect(contrast(palette.edge, ground)).toBeGreaterThanOrEqual(3);
    for (const ink of Object.values(inkColors)) expect(contrast(ink, ground), ink).toBeGreaterThanOrEqual(3);
  }
});
