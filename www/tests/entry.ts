//! A claim on the page: how does a test find its fields and what is said of it?

import assert from "node:assert/strict";
import { resolve } from "node:path";
import type { Locator, Page } from "playwright-core";

/** Synthetic claims that come with the page. */
export const SAMPLES = resolve(import.meta.dirname, "../public/samples");

export const ready = (page: Page) => page.getByRole("button", { name: "Ready to send" }).waitFor();

export const toFix = (page: Page, count: number) =>
  page.getByRole("button", { name: count === 1 ? "1 thing to fix" : `${count} things to fix`, exact: true }).waitFor();

export const field = (page: Page | Locator, name: string, at = 0) => page.getByLabel(name, { exact: true }).nth(at);

/** Waits until a field has a value. */
export async function holds(page: Page, name: string, value: string): Promise<void> {
  for (let tries = 0; tries < 100 && (await field(page, name).inputValue()) !== value; tries += 1) await page.waitForTimeout(50);
  assert.equal(await field(page, name).inputValue(), value);
}

/** What is to be done about a field, in the list beside the form. */
export const task = (page: Page, name: string | RegExp) => page.getByRole("tabpanel").getByRole("button", { name });

/** A segment of the 837 beside the form, by its beginning. */
export const segment = (page: Page, text: string) =>
  page.getByRole("option").filter({ hasText: new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`) });

/** Whether the keyboard is in a field. */
export const isFocused = (found: Locator) => found.evaluate((one) => one === document.activeElement);
