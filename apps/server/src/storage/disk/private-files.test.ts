import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { closeToOthers, makePrivateFile } from './private-files.ts';

const folders: string[] = [];
afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

/** A folder with these files, all of it open to all people. */
function openFolder(...files: readonly string[]): string {
  const made = mkdtempSync(join(tmpdir(), 'coherence-modes-'));
  folders.push(made);
  for (const name of files) {
    writeFileSync(join(made, name), 'secret');
    chmodSync(join(made, name), 0o644);
  }
  chmodSync(made, 0o755);
  return made;
}
const modeOf = (path: string) => (statSync(path).mode & 0o7777).toString(8);

describe.skipIf(process.platform === 'win32')('[FILES1] a data folder that was open to others', () => {
  it('is closed, with every file of ours in it, and no file gets more than it had', () => {
    const files = [
      'boards.sqlite',
      'boards.sqlite-wal',
      'boards.sqlite-shm',
      'server.lock',
      'boards.sqlite.before-restore-2026-11-30',
    ];
    const folder = openFolder(...files);
    chmodSync(join(folder, 'server.lock'), 0o444);
    expect(closeToOthers(folder)).toEqual([]);
    expect(modeOf(folder)).toBe('700');
    expect(files.map((name) => modeOf(join(folder, name)))).toEqual(['600', '600', '600', '400', '600']);
    chmodSync(folder, 0o500);
    expect(closeToOthers(folder)).toEqual([]);
    expect(modeOf(folder)).toBe('500');
    chmodSync(folder, 0o700);
  });

  it('is said to be open where it was left so, because others have a part in it', () => {
    const withFolder = openFolder('boards.sqlite');
    mkdirSync(join(withFolder, 'website'));
    expect(closeToOthers(withFolder)).toEqual([expect.stringContaining('"website" is in it')]);
    expect([modeOf(withFolder), modeOf(join(withFolder, 'boards.sqlite'))]).toEqual(['755', '600']);
    const everybodys = openFolder('boards.sqlite');
    chmodSync(everybodys, 0o1777);
    expect(closeToOthers(everybodys)).toEqual([expect.stringContaining('everybody')]);
    expect([modeOf(everybodys), modeOf(join(everybodys, 'boards.sqlite'))]).toEqual(['1777', '600']);
    chmodSync(withFolder, 0o700);
    expect(closeToOthers(withFolder)).toEqual([]);
  });

  it('[FILES3] leaves what a link leads to as it is, but for the database itself and the folder', () => {
    const elsewhere = openFolder('boards.db', 'boards.db-wal', 'somebody-elses');
    const folder = openFolder();
    symlinkSync(join(elsewhere, 'boards.db'), join(folder, 'boards.sqlite'));
    symlinkSync(join(elsewhere, 'somebody-elses'), join(folder, 'boards.sqlite.before-restore-x'));
    symlinkSync(join(elsewhere, 'nothing'), join(folder, 'server.lock'));
    const link = join(openFolder(), 'data');
    symlinkSync(folder, link);
    expect(closeToOthers(link)).toEqual([]);
    expect(modeOf(folder)).toBe('700');
    expect(
      ['boards.db', 'boards.db-wal', 'somebody-elses'].map((one) => modeOf(join(elsewhere, one))),
    ).toEqual(['600', '600', '644']);
    expect(modeOf(elsewhere)).toBe('755');
    expect(existsSync(join(elsewhere, 'nothing'))).toBe(false);
  });

  it('is nothing to speak of before the first start', () => {
    expect(closeToOthers(join(openFolder(), 'not-yet'))).toEqual([]);
  });
});

describe('[FILES2] a new file', () => {
  it.skipIf(process.platform === 'win32')(
    'is private from its first moment, and never takes over a name',
    () => {
      const folder = openFolder('there');
      makePrivateFile(join(folder, 'fresh'));
      expect(modeOf(join(folder, 'fresh'))).toBe('600');
      symlinkSync(join(folder, 'nothing'), join(folder, 'dangling'));
      for (const name of ['there', 'dangling'])
        expect(() => makePrivateFile(join(folder, name))).toThrow('EEXIST');
    },
  );
});
