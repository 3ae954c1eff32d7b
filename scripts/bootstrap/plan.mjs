import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, readStamp } from './fingerprint.mjs';
import { workspaceFolders } from './workspace.mjs';

/**
 * What the last success left behind, and what it would leave now.
 * @typedef {{done: string | undefined, wanted: string, present: boolean}} StepState
 * @typedef {{install: StepState, build: StepState}} RepositoryState
 */

/** Inside node_modules, so that it goes when node_modules goes. */
export const INSTALL_STAMP = 'node_modules/.coherence-install';
export const BUILD_STAMP = '.cache/build-web';

/** @param {StepState} step */
const isStale = (step) => !step.present || step.done !== step.wanted;

/**
 * The steps that have to run before the server can start. Installing is the only one that needs a network.
 * @param {RepositoryState} state
 * @returns {{install: boolean, build: boolean}}
 */
export function planSteps(state) {
  return { install: isStale(state.install), build: isStale(state.build) };
}

/**
 * @param {string} root
 * @returns {RepositoryState}
 */
export function readState(root) {
  const manifests = workspaceFolders(root).map((folder) => join(folder, 'package.json'));
  const locked = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc'];
  return {
    install: {
      done: readStamp(join(root, INSTALL_STAMP)),
      wanted: fingerprint(root, [...locked, ...manifests], `${process.platform} ${process.arch}`),
      present: existsSync(join(root, 'node_modules')),
    },
    build: {
      done: readStamp(join(root, BUILD_STAMP)),
      wanted: fingerprint(root, ['pnpm-lock.yaml', 'tsconfig.base.json', 'apps/web', 'packages']),
      present: existsSync(join(root, 'apps/web/dist/index.html')),
    },
  };
}
