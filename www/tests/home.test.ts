//! The home page: does it lead to the rooms, for everybody?

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isAccessible, LOOKS, Site } from "./site.ts";

let site: Site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

for (const look of LOOKS) {
  test(`accessible at ${look.width} pixels, ${look.colorScheme}`, async () => {
    await site.visit("", look, isAccessible);
  });
}

test("leads to the desk", async () => {
  await site.visit("", LOOKS[0], async (page) => {
    await page.getByRole("link", { name: "Open the remittance desk" }).click();
    await page.getByRole("heading", { name: "Open a remittance" }).waitFor();
    assert.match(page.url(), /\/desk\/$/);
  });
});

test("leads to claim entry", async () => {
  await site.visit("", LOOKS[0], async (page) => {
    await page.getByRole("link", { name: "Open claim entry" }).click();
    await page.getByRole("heading", { name: "Write a claim" }).waitFor();
    assert.match(page.url(), /\/claim\/$/);
  });
});

test("leads to the console", async () => {
  await site.visit("", LOOKS[0], async (page) => {
    await page.getByRole("link", { name: "Open the edge console" }).click();
    await page.getByRole("heading", { name: "Check any X12 file" }).waitFor();
    assert.match(page.url(), /\/edge\/$/);
  });
});
