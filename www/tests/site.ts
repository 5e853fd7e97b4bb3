//! The built site in a browser: how does a test open it, and what may it not do?

import axe from "axe-core";
import assert from "node:assert/strict";
import { resolve } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { preview, type PreviewServer } from "vite";

/** Sizes and colour schemes every state is looked at in. */
export const LOOKS = [
  { width: 1440, height: 900, colorScheme: "light" },
  { width: 1440, height: 900, colorScheme: "dark" },
  { width: 390, height: 844, colorScheme: "light" },
  { width: 390, height: 844, colorScheme: "dark" },
] as const;

/** How a page is opened. */
export interface Look {
  width: number;
  height: number;
  colorScheme: "light" | "dark";
}

/** The preview server and the browser of one test file. */
export class Site {
  readonly #server: PreviewServer;
  readonly #browser: Browser;
  readonly origin: string;

  private constructor(server: PreviewServer, browser: Browser, origin: string) {
    this.#server = server;
    this.#browser = browser;
    this.origin = origin;
  }

  static async open(): Promise<Site> {
    const root = resolve(import.meta.dirname, "..");
    const server = await preview({ root, logLevel: "error", preview: { port: 0, host: "127.0.0.1" } });
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    const [url] = server.resolvedUrls?.local ?? [];
    assert.ok(url, "the preview server has an address");
    return new Site(server, browser, new URL(url).origin);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }

  /** Opens a page, hands it to `use`, and asserts that nothing left this machine and nothing went wrong. */
  async visit(path: string, look: Look, use: (page: Page) => Promise<void>): Promise<void> {
    const { width, height, colorScheme } = look;
    const context = await this.#browser.newContext({ viewport: { width, height }, colorScheme });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const strayed: string[] = [];
    const problems: string[] = [];
    context.on("request", (request) => {
      const url = new URL(request.url());
      if (url.origin !== this.origin && !["blob:", "data:", "about:"].includes(url.protocol)) strayed.push(url.href);
    });
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(message.text());
    });
    try {
      await page.goto(`${this.origin}/${path}`);
      await use(page);
      assert.deepEqual(strayed, [], "no request leaves this machine");
      assert.deepEqual(problems, [], "the page reports no error");
    } finally {
      await context.close();
    }
  }
}

/** Asserts that axe finds nothing, and that nothing is wider than the window. */
export async function isAccessible(page: Page): Promise<void> {
  // Not inside frames: the statement's frame runs no script, so it is looked at as a page of its own.
  const source = `${axe.source}; axe.run(document, { iframes: false })`;
  const { violations } = await page.evaluate<axe.AxeResults>(source);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  assert.deepEqual(found, [], "axe finds nothing");
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `the page is ${overflow} pixels wider than the window`);
}

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
