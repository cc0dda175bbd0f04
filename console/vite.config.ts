import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Assets are never inlined as data: so that the page's policy needs no exception for them. */
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2024',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': process.env['YIWANG_API'] ?? 'http://127.0.0.1:8080' } },
});
