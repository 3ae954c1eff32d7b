import { poCatalogs } from '@coherence/words/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './build/precompress.ts';

const SERVER = process.env['SERVER_URL'] ?? 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [react(), poCatalogs(), precompress()],
  build: {
    target: 'es2022',
    manifest: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
  },
  server: {
    host: true,
    proxy: {
      '/api': { target: SERVER },
      '/health': { target: SERVER },
      '/sync': { target: SERVER, ws: true },
    },
  },
});
