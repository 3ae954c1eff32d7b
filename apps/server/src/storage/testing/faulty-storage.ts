import { StoreFailed } from '../storage.ts';
import type {
  AppendError,
  AppendResult,
  DocKey,
  LoadResult,
  Renewal,
  SaveResult,
  Storage,
  VersionRecord,
} from '../storage.ts';

/** Breaks a store on purpose, at the port, so that tests can see what the rooms make of it. */
export interface Faults {
  /** Every write fails with this until set to null. */
  appendError: AppendError | null;
  /** Every load fails with this until set to null. */
  loadError: 'damaged' | 'failed' | null;
  /** Writes made from now on wait until the returned function is called. */
  stall(): () => void;
}

const DIRECTORY_WRITES = new Set<string | symbol>([
  'createBoard',
  'putInvite',
  'putCode',
  'putParticipant',
  'addToken',
  'rewriteVersions',
  'putRehearsal',
  'deleteBoard',
  'testWrite',
]);

/** Wraps `inner`; what is not faulted passes through. */
export function withFaults(inner: Storage): { storage: Storage; faults: Faults } {
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
  const broken = {
    async append(...args: Parameters<Storage['append']>): Promise<AppendResult> {
      await gate;
      if (faults.appendError === null) return inner.append(...args);
      return { ok: false, error: faults.appendError, reason: 'injected' };
    },
    async load(key: DocKey): Promise<LoadResult> {
      if (faults.loadError === null) return inner.load(key);
      return { ok: false, error: faults.loadError, reason: 'injected' };
    },
    async renew(key: DocKey, renewal: Renewal): Promise<SaveResult> {
      if (faults.appendError === null) return inner.renew(key, renewal);
      return { ok: false, error: faults.appendError, reason: 'injected' };
    },
    /** Not behind the gate: what is under way waits for the disk by itself. */
    async putVersion(version: VersionRecord, file: Uint8Array): Promise<void> {
      if (faults.appendError !== null) throw new StoreFailed('injected');
      return inner.putVersion(version, file);
    },
    async saveSnapshot(key: DocKey, seq: number, snapshot: Uint8Array): Promise<SaveResult> {
      if (faults.appendError === null) return inner.saveSnapshot(key, seq, snapshot);
      return { ok: false, error: faults.appendError, reason: 'injected' };
    },
  };
  const written = async <T>(write: () => Promise<T>): Promise<T> => {
    await gate;
    if (faults.appendError !== null) throw new StoreFailed('injected');
    return write();
  };
  const storage = new Proxy(inner, {
    get(target, name) {
      if (DIRECTORY_WRITES.has(name)) {
        const write = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
        return (...args: unknown[]) => written(() => Reflect.apply(write, target, args));
      }
      const owner = name in broken ? broken : target;
      const value: unknown = Reflect.get(owner, name, owner);
      return typeof value === 'function' ? value.bind(owner) : value;
    },
  });
  return { storage, faults };
}
