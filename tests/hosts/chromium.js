//! Chromium: how does a test open a page and see everything that went wrong on it?

import { chromium } from "playwright-core";

/** Opens a page; `problems` collects console errors, exceptions and failed requests. */
export async function open(address) {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const page = await browser.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
  });
  const fetched = [];
  page.on("request", (request) => fetched.push(request.url()));
  await page.goto(address);
  return { page, problems, fetched, close: () => browser.close() };
}
