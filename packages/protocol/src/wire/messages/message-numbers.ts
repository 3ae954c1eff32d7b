/** The first varUint of a frame. Below 100: y-protocols, shared with stock clients. From 100: ours, after hello. */
export const MESSAGE_NUMBERS = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  ack: 100,
  nack: 101,
  status: 102,
  role: 103,
  hello: 104,
} as const;

/** The second varUint of a sync frame. */
export const SYNC_STEPS = { syncStep1: 0, syncStep2: 1, update: 2 } as const;

/** The second varUint of an auth frame; y-protocols defines one. */
export const AUTH_DENIED = 0;
