//! Build of the site: which pages are there, and how do they become static files that also open offline?

import { svelte } from "@sveltejs/vite-plugin-svelte";
import { resolve } from "node:path";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";

const page = (path: string) => resolve(import.meta.dirname, path);
const pages = { home: "index.html", claim: "claim/index.html", desk: "desk/index.html", edge: "edge/index.html" };

/** The service worker `sw.js` keeps every file of the site; a new version waits until no page of the old one is open. */
const offline = VitePWA({
  injectRegister: null, // `src/parts/offline.ts` does it
  manifest: false, // `public/manifest.webmanifest`
  workbox: {
    globPatterns: ["**/*.{html,js,css,wasm,svg,webmanifest,json,pack,835,837,270,999}"],
    globIgnores: ["**/*scalar*"], // for browsers of long ago
    maximumFileSizeToCacheInBytes: 8_000_000,
    navigateFallback: null,
    ignoreURLParametersMatching: [/./],
  },
});

export default defineConfig({
  base: "./", // works from any folder
  plugins: [svelte(), offline],
  worker: { format: "es" },
  build: {
    rolldownOptions: { input: Object.fromEntries(Object.entries(pages).map(([name, path]) => [name, page(path)])) },
  },
});
