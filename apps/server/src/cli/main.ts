#!/usr/bin/env node
import { resolve } from 'node:path';
import { databaseFile } from '../storage/disk/data-folder.ts';
import { makeFilesPrivate } from '../storage/disk/private-files.ts';
import { backUp } from './backup.ts';
import { checkDatabase, isSound, newestProblems, totals } from './check.ts';
import type { CheckReport } from './check.ts';
import { readCommand, USAGE } from './command-line.ts';
import type { Command } from './command-line.ts';
import { restore } from './restore.ts';

const DONE = 0;
const FAILED = 1;
const NOT_UNDERSTOOD = 2;

const say = (text: string) => void process.stdout.write(`${text}\n`);
const complain = (text: string) => void process.stderr.write(`${text}\n`);
const fail = (text: string): number => {
  complain(text);
  return FAILED;
};

/** Where the person stood who typed the command: npm changes into the root of the repository. */
const fromHere = (file: string) => resolve(process.env['INIT_CWD'] ?? '.', file);
const dataDir = (process.env['DATA_DIR'] ?? '').trim() || './data';

function sayReport(report: CheckReport): void {
  const { documents, versions, problems } = report;
  for (const { key, seq, bytes, opens, slow, problems: wrong } of documents) {
    const what = key.owner === '' ? `board ${key.board}` : `board ${key.board}, private of ${key.owner}`;
    const state = wrong.length === 0 ? 'sound' : opens ? 'opens, but' : 'DOES NOT OPEN:';
    if (slow !== null) say(`${what}: ${slow}`);
    const size = `generation ${key.generation}, ${seq} rows written, ${bytes} bytes`;
    say(`${what}: ${[state, wrong.join('; ')].filter(Boolean).join(' ')} (${size})`);
  }
  for (const problem of versions.problems) say(problem);
  for (const problem of problems) say(`the file: ${problem}`);
  for (const line of totals(report)) say(line);
}

function run(command: Command): number {
  if (command.name === 'check') {
    const newest = command.file === null ? newestProblems(dataDir) : [];
    const found = checkDatabase(command.file === null ? databaseFile(dataDir) : fromHere(command.file));
    const report = { ...found, problems: [...newest, ...found.problems] };
    sayReport(report);
    return isSound(report) ? DONE : FAILED;
  }
  const file = fromHere(command.file);
  if (command.name === 'backup') {
    const made = backUp(dataDir, file);
    if (!made.ok) return (complain(`No backup was made: ${made.reason}.`), FAILED);
    say(`${file}: ${made.report.boards} boards, ${made.bytes} bytes`);
    if (isSound(made.report)) return DONE;
    sayReport(made.report);
    return (complain('The backup was made, but what it was made of is damaged.'), FAILED);
  }
  const done = restore(dataDir, file, new Date());
  if (!done.ok) return (complain(`Nothing was changed: ${done.reason}.`), FAILED);
  say(`${done.boards} boards restored from ${file}`);
  if (done.keptAs !== null) say(`What was there before is kept as ${done.keptAs}`);
  return DONE;
}

makeFilesPrivate();
const command = readCommand(process.argv.slice(2));
if (command === null) {
  complain(USAGE);
  process.exitCode = NOT_UNDERSTOOD;
} else {
  try {
    process.exitCode = run(command);
  } catch (error) {
    process.exitCode = fail(`This did not work: ${error instanceof Error ? error.message : String(error)}`);
  }
}
