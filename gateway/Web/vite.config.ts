import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

// The gateway that a development server sends its requests to.
const gateway = process.env.GATEWAY ?? 'http://localhost:8080';
const output = process.env.WEB_OUTPUT ?? 'dist';

/** Texts are compressed once, here, as hard as it goes; the gateway sends whichever form a browser takes. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    closeBundle() {
      for (const entry of readdirSync(output, { recursive: true, withFileTypes: true })) {
        if (entry.isFile() && /\.(js|css|html|svg)$/.test(entry.name)) {
          const path = join(entry.parentPath, entry.name);
          const text = readFileSync(path);
          const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
          writeFileSync(`${path}.br`, brotliCompressSync(text, { params }));
          writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
        }
      }
    },
  };
}

export default defineConfig({
  plugins: [react(), compressed()],
  build: {
    outDir: output,
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // The content security policy allows no inline scripts; modules are preloaded by link elements alone.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
  },
  server: { proxy: { '/api': gateway, '/session': gateway, '/health': gateway } },
});
