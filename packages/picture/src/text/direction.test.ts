import { expect, it } from 'vitest';
import { textLine, textLines } from '../draw/svg.ts';
import { directedLines } from './direction.ts';

const RTL = ['معلمون غير كافين', '(3 من 5).'];
const at = { x: 10, y: 20, size: 15, lineHeight: 20, fill: '#000000' };

it('[LETTER4] a text that begins from the right ends at the right edge of a picture, turned as a whole', () => {
  expect(directedLines(RTL, 10, 110)).toEqual(
    RTL.map((line) => ({ text: `\u2067${line}\u2069`, x: 110, anchor: 'end' })),
  );
  const svg = textLines(RTL, 'text', { ...at, width: 100 });
  expect(svg).toContain('<tspan x="110" y="20" text-anchor="end">\u2067معلمون غير كافين\u2069</tspan>');
  expect(svg).toContain('<tspan x="110" y="40" text-anchor="end">\u2067(3 من 5).\u2069</tspan>');
  expect(textLines(['אמון'], 'text', { ...at, width: 100 })).toContain(
    'text-anchor="end">\u2067אמון\u2069</tspan>',
  );
});

it('[LETTER4] a text that begins from the left stays there, and a line with both is drawn in one piece', () => {
  expect(directedLines(['"Trust" معلم 3'], 10, 110)).toEqual([
    { text: '"Trust" معلم 3', x: 10, anchor: undefined },
  ]);
  expect(textLine('Trust معلم 3 كاف', 'text', at)).toContain('>Trust معلم 3 كاف</text>');
  expect(textLines(['Trust ệ', 'x'], 'text', { ...at, width: 100 })).not.toContain('text-anchor');
});
