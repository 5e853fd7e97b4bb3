//! Build of the site: which pages are there, and how do they become static files?

import { svelte } from "@sveltejs/vite-plugin-svelte";
import { resolve } from "node:path";
import { defineConfig } from "vite";

const page = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
  base: "./", // works from any folder
  plugins: [svelte()],
  worker: { format: "es" },
  build: {
    rolldownOptions: { input: { home: page("index.html"), desk: page("desk/index.html"), edge: page("edge/index.html") } },
  },
});
