import { watchSilence } from './silence.ts';

/** Arguments: host and port. Watches until it is told to end, and tells the longest silence in ms. */
const [host = '127.0.0.1', port = '0'] = process.argv.slice(2);
const watched = watchSilence(Number(port), host);
process.once('message', async () => {
  const longest = await watched.end();
  process.send?.(longest, () => process.exit());
});
