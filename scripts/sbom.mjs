// npm run sbom [-- <file>]: the bill of materials of what is installed to run the product, in CycloneDX.
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ensureInstalled, runToEnd } from './bootstrap/prepare.mjs';
import { PNPM, ROOT } from './bootstrap/workspace.mjs';

const [name] = process.argv.slice(2);
const file =
  name === undefined ? join(ROOT, '.cache/sbom.cdx.json') : resolve(process.env['INIT_CWD'] ?? '.', name);

await ensureInstalled(ROOT);
mkdirSync(dirname(file), { recursive: true });
const kind = ['--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--prod'];
const code = await runToEnd('npx', ['-y', PNPM, 'sbom', ...kind, '--out', file], { cwd: ROOT });
if (code === 0) {
  const { components } = JSON.parse(readFileSync(file, 'utf8'));
  console.log(`${file}: ${components.length} packages`);
}
process.exitCode = code;
