import { documentLogContract } from '../port/document-log.contract.ts';
import { recordsContract } from '../port/records.contract.ts';
import { versionsContract } from '../versions.contract.ts';
import { storageContract } from '../storage.contract.ts';
import { MemoryPort } from './memory-port.ts';
import { MemoryStorage } from './memory-storage.ts';

documentLogContract('memory', async () => new MemoryPort());
recordsContract('memory', async () => new MemoryPort());
storageContract('memory', async () => new MemoryStorage());
versionsContract('memory', async () => new MemoryStorage());
