import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';

/** The page of a receipt, whole in one file, so that it can be kept and opened without a server. */
function receiptPage(): Plugin {
  const here = import.meta.dirname;
  return {
    name: 'receipt-page',
    apply: 'build',
    async closeBundle() {
      const built = await build({
        configFile: false,
        root: here,
        logLevel: 'warn',
        build: {
          write: false,
          target: 'es2022',
          lib: { entry: path.join(here, 'src/receipt/offlinePage.ts'), formats: ['iife'], name: 'receipt' },
        },
      });
      const [result] = Array.isArray(built) ? built : [built];
      const chunk = result !== undefined && 'output' in result ? result.output[0] : undefined;
      if (chunk === undefined) throw new TypeError('the page of a receipt was not built');
      const page = readFileSync(path.join(here, 'src/receipt/page.html'), 'utf8');
      const script = chunk.code.replaceAll('</script', '<\\/script');
      mkdirSync(path.join(here, 'dist'), { recursive: true });
      writeFileSync(
        path.join(here, 'dist/receipt.html'),
        page.replace('/*script*/', () => script),
      );
    },
  };
}

/** Assets are never inlined as data: so that the page's policy needs no exception for them. */
export default defineConfig({
  plugins: [react(), receiptPage()],
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
