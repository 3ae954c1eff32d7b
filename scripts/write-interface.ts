import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './bootstrap/workspace.mjs';
import { withTables } from './interface-tables.ts';

const PAGE = join(ROOT, 'docs/interface.md');
writeFileSync(PAGE, withTables(readFileSync(PAGE, 'utf8')));
