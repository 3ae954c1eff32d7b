import { parentPort, workerData } from 'node:worker_threads';
import { SqliteEngine } from './sqlite-engine.ts';
import type { Call, Reply } from './sqlite-calls.ts';

const port = parentPort;
if (port === null) throw new Error('the storage worker runs as a worker thread only');

const send = (reply: Reply) => port.postMessage(reply);

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
      const target: object = call.half === 'engine' ? engine : engine[call.half];
      const method: unknown = Reflect.get(target, call.method);
      if (typeof method !== 'function') throw new Error(`no method ${call.method}`);
      send({ id: call.id, ok: true, value: Reflect.apply(method, target, call.args) });
    } catch (error) {
      send({ id: call.id, ok: false, reason: error instanceof Error ? error.message : String(error) });
    }
  });
}
