import { ensureBuilt } from '../../scripts/bootstrap/prepare.mjs';
import { ROOT } from '../../scripts/bootstrap/workspace.mjs';

/** The browser tests drive what a person would get: the client built from the sources as they are now. */
export default async function globalSetup() {
  await ensureBuilt(ROOT);
}
