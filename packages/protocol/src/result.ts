/** An expected outcome as a value: the caller must look at `ok` before it can touch either side. */
export type Result<Value, Failure> = { ok: true; value: Value } | { ok: false; error: Failure };
