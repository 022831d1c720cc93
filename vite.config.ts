import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'

/**
 * Two builds. `vite build`: the workbench, a React application whose files are served under /workbench/ (everything below
 * /workbench/assets/ carries a digest in its name and may be kept for a year; index.html may not).
 * `vite build --ssr src/main.ts`: the server, one file beside its packages, which stay in node_modules.
 */
export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? server() : workbench()))

function workbench(): UserConfig {
  return {
    root: 'src/workbench',
    base: '/workbench/',
    // No public folder: files that are copied without a digest could never be cached.
    publicDir: false,
    plugins: [react()],
    build: {
      outDir: resolve('dist/client'),
      emptyOutDir: true,
      target: 'es2022',
      manifest: true,
      sourcemap: false,
      // A page of a slice is its own chunk through lazy routes; what every page needs is kept apart by how often it changes.
      rolldownOptions: { output: { codeSplitting: { groups: vendorGroups } } },
      chunkSizeWarningLimit: 1_500,
    },
  }
}

const vendorGroups = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 2 },
  { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/]/, priority: 2 },
]

function server(): UserConfig {
  return {
    publicDir: false,
    ssr: { external: true, target: 'node' },
    build: {
      outDir: 'dist/server',
      emptyOutDir: true,
      target: 'node20',
      sourcemap: true,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'main.js', codeSplitting: false } },
    },
  }
}
