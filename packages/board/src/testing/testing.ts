export { actOnce } from './person.ts';
export { chance, fingerprint, network, type Chance, type Network } from './replicas.ts';
