import { MemoryStorage } from './memory-storage.ts';
import { shelfContract } from '../shelf.contract.ts';
import { storageContract } from '../storage.contract.ts';

storageContract('memory', async () => new MemoryStorage());
shelfContract('memory', async () => new MemoryStorage());
