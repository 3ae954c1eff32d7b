// Loaded into a measured server before its own code (node --import). On SIGUSR2 it collects garbage and writes what is
// left to the file BENCH_MEMORY_FILE, so that servers are compared by what they hold and not by when V8 last tidied up.
import { renameSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
const file = process.env['BENCH_MEMORY_FILE'];

if (file !== undefined && process.platform !== 'win32') {
  process.on('SIGUSR2', () => {
    collect();
    collect();
    writeFileSync(`${file}.new`, JSON.stringify(process.memoryUsage()));
    renameSync(`${file}.new`, file);
  });
}
