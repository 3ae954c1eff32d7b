import { expect, test } from 'vitest';
import { EXPORT_NAMES, exportNamed } from './exports.ts';
import { ROUTES } from './routes/routes.ts';

test('an address names an export, or nothing', () => {
  for (const name of EXPORT_NAMES) {
    const [what = '', format = ''] = name.split('.');
    expect(exportNamed(what, format)).toBe(name);
  }
  for (const [what, format] of [
    ['map', 'pdf'],
    ['minutes', 'docx'],
    ['board', 'svg'],
    ['constructor', 'json'],
    ['map', 'toString'],
    ['map.', 'svg'],
    ['', ''],
  ] as const)
    expect(exportNamed(what, format)).toBe(null);
});

test('the declaration of the route says every one', () => {
  for (const name of EXPORT_NAMES) expect(ROUTES.exportFile.says).toContain(`\`${name}\``);
});
