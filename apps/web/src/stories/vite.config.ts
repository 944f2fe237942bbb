import { resolve } from "node:path";
import { defineConfig } from "vite";

const here = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  resolve: { alias: { "~": here("..") } },
  // Next.js's link reads the switches of its bundler there.
  define: { "process.env": {} },
  server: { open: true },
  build: {
    outDir: here("../../../../test-results/stories"),
    emptyOutDir: true,
    rolldownOptions: { input: [here("index.html"), here("story.html")] },
    chunkSizeWarningLimit: 4000,
  },
});
