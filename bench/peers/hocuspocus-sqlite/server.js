// Copied beside Hocuspocus when it is installed, so that its packages are found from there.
import { Server } from '@hocuspocus/server';
import { SQLite } from '@hocuspocus/extension-sqlite';

const server = new Server({
  port: Number(process.env.PORT),
  address: process.env.HOST,
  quiet: true,
  extensions: [new SQLite({ database: process.env.DATA_FILE })],
});
await server.listen();
