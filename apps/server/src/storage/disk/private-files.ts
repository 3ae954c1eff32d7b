import { chmodSync, closeSync, lstatSync, openSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { reasonOf } from './sqlite-errors.ts';

/** What lies there is links, tokens, notes before their reveal and ballots: for the account of the server alone. */
export const FOLDER_MODE = 0o700;
export const FILE_MODE = 0o600;

const OTHERS = 0o077;
const STICKY = 0o1000;
const OURS = /^(boards\.sqlite|server\.lock)/;
const COMPANIONS = ['', '-wal', '-shm', '-journal'];

/** From now on what this process makes is for its own account alone. Not from a worker thread, which may not say so. */
export function makeFilesPrivate(): void {
  process.umask(OTHERS);
}

/** Makes an empty file that no other account can read. Throws where something has that name. */
export function makePrivateFile(file: string): void {
  closeSync(openSync(file, 'wx', FILE_MODE));
}

/**
 * Takes from other accounts what they may do with a data folder and the files of ours in it, which earlier versions and
 * other programs left open. Answers what is still open, in words for the log. A folder that others have a part in (a
 * sticky one as `/tmp`, one with folders in it) keeps its mode, as does what a link in it leads to; only a database that
 * is such a link is followed, as SQLite does. Call it before the files are opened: SQLite makes the log of a database as
 * open as the database is.
 */
export function closeToOthers(dataDir: string): readonly string[] {
  if (process.platform === 'win32') return [];
  try {
    if (statSync(dataDir, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
    const files = readdirSync(dataDir).filter((name) => OURS.test(name));
    const shared = whyShared(dataDir);
    const stillOpen = [
      shared === null ? narrow(dataDir, FOLDER_MODE) : shared,
      ...[...files.map((name) => join(dataDir, name)), ...linkedDatabase(dataDir)].map(narrowFile),
    ];
    return stillOpen.filter((one) => one !== null);
  } catch (error) {
    return [`the files could not be looked at: ${reasonOf(error)}`];
  }
}

/** Why other accounts may need this folder; null where it holds nothing but files. */
function whyShared(dataDir: string): string | null {
  if ((statSync(dataDir).mode & OTHERS) === 0) return null;
  const inside = readdirSync(dataDir, { withFileTypes: true }).find(
    (entry) => entry.isDirectory() && entry.name !== 'lost+found',
  );
  const isSticky = (statSync(dataDir).mode & STICKY) !== 0;
  if (inside === undefined && !isSticky) return null;
  const reason = isSticky ? 'it is everybody’s' : `"${inside?.name ?? ''}" is in it, too`;
  return `other accounts can look into the folder, which was left as it is because ${reason}: give the boards a folder of their own`;
}

/** The files of a database that lies elsewhere, with a link in the folder. */
function linkedDatabase(dataDir: string): readonly string[] {
  const link = join(dataDir, 'boards.sqlite');
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return [];
  if (statSync(link, { throwIfNoEntry: false }) === undefined) return [];
  return COMPANIONS.map((suffix) => realpathSync(link) + suffix);
}

function narrowFile(file: string): string | null {
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() === true ? narrow(file, FILE_MODE) : null;
}

/** Leaves of the mode what is in `most`; never gives its own account more than it had. */
function narrow(path: string, most: number): string | null {
  try {
    const mode = statSync(path).mode & 0o777;
    if ((mode & OTHERS) === 0) return null;
    chmodSync(path, mode & most);
    if ((statSync(path).mode & OTHERS) === 0) return null;
    return `other accounts can still read ${basename(path)}: this disk keeps no modes`;
  } catch (error) {
    return `other accounts can read ${basename(path)}: ${reasonOf(error)}`;
  }
}
