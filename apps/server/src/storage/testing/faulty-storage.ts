import type { AppendError } from '../port/document-log.ts';
import type { Batch, StoragePort } from '../port/port.ts';
import type { TableName } from '../port/tables.ts';
import { Store } from '../store.ts';

/** Breaks a store on purpose, at the port, so that tests can see what the rooms make of it. */
export interface Faults {
  /** Every write but that of a chore fails with this until set to null. */
  appendError: AppendError | null;
  /** Every load fails with this until set to null. */
  loadError: 'damaged' | 'failed' | null;
  /** Appended updates and written records wait from now on until the returned function is called. */
  stall(): () => void;
}

/** Whether a batch is of records of one table alone. */
function isOf(table: TableName, { puts = [], drops = [], ...others }: Batch): boolean {
  const records = [...puts, ...drops];
  return (
    records.length > 0 && Object.keys(others).length === 0 && records.every((one) => one.table === table)
  );
}

/** Wraps the port of a store; what is not faulted passes through. */
export function withFaults({ port }: { readonly port: StoragePort }): { storage: Store; faults: Faults } {
  let gate: Promise<void> = Promise.resolve();
  const faults: Faults = {
    appendError: null,
    loadError: null,
    stall() {
      let open: () => void = () => {};
      gate = new Promise((resolve) => (open = resolve));
      return open;
    },
  };
  const failed = () =>
    faults.appendError === null
      ? null
      : ({ ok: false, error: faults.appendError, reason: 'injected' } as const);
  const broken: Partial<StoragePort> = {
    async append(...what) {
      await gate;
      return failed() ?? port.append(...what);
    },
    async load(key) {
      if (faults.loadError === null) return port.load(key);
      return { ok: false, error: faults.loadError, reason: 'injected' };
    },
    saveSnapshot: async (...what) => failed() ?? port.saveSnapshot(...what),
    async write(batch) {
      if (isOf('chores', batch)) return port.write(batch);
      // What is under way waits for the disk by itself.
      if (!isOf('versions', batch)) await gate;
      return failed() ?? port.write(batch);
    },
    async erase(batch) {
      if (isOf('chores', batch)) return port.erase(batch);
      if (batch.renewal === undefined) await gate;
      return failed() ?? port.erase(batch);
    },
  };
  const faulty = new Proxy(port, {
    get(target, name) {
      const owner = name in broken ? broken : target;
      const value: unknown = Reflect.get(owner, name, owner);
      return typeof value === 'function' ? value.bind(owner) : value;
    },
  });
  return { storage: new Store(faulty), faults };
}
