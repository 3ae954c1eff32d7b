import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { whenNpmIsGone } from './starter.mjs';

const FOLLOW_PARENT = new URL('./follow-parent.mjs', import.meta.url).href;
const FORWARDED = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

const STOP_LIMIT_MS = 20_000;

/**
 * A long-running program: arguments for Node, and where it runs.
 * @typedef {{name: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv}} Program
 */

/**
 * Starts a Node program in a process group of its own, so that one Ctrl+C is one signal, with a channel whose end
 * tells it that we are gone.
 * @param {string} node
 * @param {Program} program
 */
function startProgram(node, program) {
  const args = ['--disable-warning=ExperimentalWarning', `--import=${FOLLOW_PARENT}`, ...program.args];
  const { cwd, env } = program;
  return spawn(node, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: true });
}

/**
 * Runs programs until the first of them ends or we are told to stop, then stops the others.
 * A first signal is passed on; a second one kills. npm's end stops them as a first signal does, and counts as none: a
 * signal and npm's end come together, in either order.
 * @param {string} node
 * @param {readonly Program[]} programs
 * @returns {Promise<number>} exit code of the program that ended first
 */
export function supervise(node, programs) {
  const children = programs.map((program) => startProgram(node, program));
  let stopping = false;
  let signalled = false;

  /** @param {NodeJS.Signals} signal */
  const killAll = (signal) => {
    for (const child of children) child.kill(signal);
  };
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    if (stopping) return;
    stopping = true;
    killAll(signal);
    setTimeout(() => killAll('SIGKILL'), STOP_LIMIT_MS).unref();
  };
  for (const signal of FORWARDED) {
    process.on(signal, () => {
      if (signalled) killAll('SIGKILL');
      signalled = true;
      stop(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    });
  }
  whenNpmIsGone(() => stop('SIGTERM'));

  const ends = children.map((child, index) => {
    const name = programs[index]?.name ?? 'program';
    return new Promise((/** @type {(code: number) => void} */ resolve) => {
      child.once('error', (error) => {
        console.error(`${name} could not start: ${error.message}`);
        resolve(1);
      });
      child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? 'SIGTERM']));
    });
  });
  return Promise.race(ends).then(async (code) => {
    stop('SIGTERM');
    await Promise.all(ends);
    return code;
  });
}
