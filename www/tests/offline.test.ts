//! Without a connection: does every room of the site open and work after one visit to any of them?

import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { field, ready } from "./entry.ts";
import { LOOKS, Site } from "./site.ts";

let site: Site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

/** What each room does that needs all of its files. */
const ROOMS: Record<string, (page: Page) => Promise<void>> = {
  async claim(page) {
    await page.goto(`${site.origin}/claim/?sample=institutional`);
    await ready(page);
    await page.getByRole("button", { name: "Add a diagnosis" }).click();
    await field(page, "Diagnosis D").pressSequentially("type 2 diab");
    await page.getByRole("option", { name: /E11/ }).first().waitFor();
    await page.getByRole("tab", { name: "Printed form" }).click();
    await page.getByRole("img", { name: "Page 1 of 1" }).waitFor();
    await page.getByRole("button", { name: "Code tables" }).click();
    const dialog = page.getByRole("dialog", { name: "Code tables and payer rules" });
    const list = "Revenue Code,Title,Effective Date\n0120,A made-up room,1/1/2000\n";
    await dialog.locator("input[type=file]").first().setInputFiles({ name: "revenue2026.csv", mimeType: "", buffer: Buffer.from(list) });
    await dialog.getByLabel("Edition").fill("2026");
    await dialog.getByRole("button", { name: "Try again" }).click();
    await dialog.getByText("Added Revenue codes.").waitFor();
  },
  async desk(page) {
    await page.goto(`${site.origin}/desk/`);
    await page.getByRole("button", { name: "Try the sample" }).click();
    await page.getByRole("gridcell").first().waitFor();
    await page.locator(".chart svg").waitFor();
  },
  async edge(page) {
    await page.goto(`${site.origin}/edge/?sample=professional-claims.837`);
    await page.getByText("No findings.").waitFor();
  },
};

for (const first of Object.keys(ROOMS)) {
  test(`after a visit to /${first} all rooms work`, { timeout: 60_000 }, async () => {
    await site.visit(`${first}/`, LOOKS[0], async (page) => {
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.context().setOffline(true);
      for (const use of Object.values(ROOMS)) await use(page);
    });
  });
}
