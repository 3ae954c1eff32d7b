export { actOnce } from './person.ts';
export { randomFrom, fingerprint, network, type Random, type Network } from './replicas.ts';
export { rootOf } from '../doc.ts';
export { craftUpdate } from './crafted.ts';
export { aTarget, ATTACKS, type Attack, type Target } from './hostile-work.ts';
export { PUBLISHED_SESSIONS } from './published-sessions.ts';
