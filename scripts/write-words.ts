import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogFiles, termsOf, wordValues } from '@coherence/words/node';
import { ROOT } from './bootstrap/workspace.mjs';

writeFileSync(join(ROOT, 'packages/words/src/word-values.ts'), wordValues(catalogFiles('en'), termsOf('en')));
