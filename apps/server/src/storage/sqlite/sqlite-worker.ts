import { parentPort, workerData } from 'node:worker_threads';
import { SqliteEngine } from './sqlite-engine.ts';
import { reasonOf } from '../disk/sqlite-errors.ts';
import { READS } from './sqlite-calls.ts';
import type { Call, Notice, Reply } from './sqlite-calls.ts';

const port = parentPort;
if (port === null) throw new Error('the storage worker runs as a worker thread only');

const send = (message: Reply | Notice) => port.postMessage(message);

function open(): SqliteEngine | null {
  try {
    return new SqliteEngine(String(workerData));
  } catch (error) {
    send({ id: 0, ok: false, reason: error instanceof Error ? error.message : String(error) });
    return null;
  }
}

const engine = open();
if (engine !== null) {
  send({ id: 0, ok: true, value: engine.synchronousLevel() });
  port.on('message', (call: Call) => {
    try {
      const value: unknown = Reflect.apply(engine[call.method], engine, call.args);
      const mended = READS.has(call.method) ? null : engine.keepInPlace();
      if (mended !== null) send({ notice: mended });
      send({ id: call.id, ok: true, value });
    } catch (error) {
      send({ id: call.id, ok: false, reason: reasonOf(error) });
    }
  });
}
