//! Offline: how does the site open without a connection after it was opened once?

/** Has the service worker keep the site's files; it is made with the site, see `vite.config.ts`. */
export function worksOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  addEventListener("load", () => {
    const url = new URL("../sw.js", document.baseURI);
    navigator.serviceWorker.register(url, { scope: new URL("../", document.baseURI).pathname }).catch(() => undefined); // works online still
  });
}
