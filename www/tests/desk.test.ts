//! The remittance desk: can a biller open files, see what was paid and why, and find what is off?

import assert from "node:assert/strict";
import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { manyClaims, noRemittance, notX12 } from "./files.ts";
import { isAccessible, LOOKS, Site } from "./site.ts";

let site: Site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

const DESKTOP = LOOKS[0];

async function trySample(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Try the sample" }).click();
  await page.getByRole("gridcell").first().waitFor();
  await page.getByRole("navigation", { name: "Files" }).getByText("Does not balance", { exact: true }).waitFor();
}

const file = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Files" }).getByRole("listitem").filter({ hasText: name });

async function openOffClaim(page: Page): Promise<void> {
  await file(page, "tallgrass").getByRole("button").first().click();
  await page.getByRole("row", { name: /LARK-10261/ }).waitFor();
  await page.getByRole("searchbox").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /Fenwick/i }).waitFor();
}

for (const look of LOOKS) {
  describe(`at ${look.width} pixels, ${look.colorScheme}`, () => {
    test("every state is accessible and fits the window", async () => {
      await site.visit("desk/", look, async (page) => {
        await page.getByRole("heading", { name: "Open a remittance" }).waitFor();
        await isAccessible(page);
        await trySample(page);
        await page.locator(".chart svg").waitFor();
        await page.getByRole("button", { name: "As a table" }).click();
        await isAccessible(page);
        await page.getByRole("searchbox").fill("nobody of that name");
        await page.getByText("No claim matches.").waitFor();
        await isAccessible(page);
        await page.getByRole("button", { name: "Show all claims" }).click();
        await openOffClaim(page);
        await page.getByRole("button", { name: "Show in the file: Line 2" }).click();
        await isAccessible(page);
        await page.getByRole("button", { name: "Patient statement" }).click();
        await page.getByText("There is no statement yet.").waitFor();
        await isAccessible(page);
      });
    });

    test("a file that cannot be read is told apart", async () => {
      await site.visit("desk/", look, async (page) => {
        await page.locator("input[type=file]").first().setInputFiles(notX12);
        await page.getByRole("heading", { name: "notes.txt cannot be read" }).waitFor();
        await isAccessible(page);
        await page.locator("input[type=file]").first().setInputFiles(noRemittance);
        await page.getByRole("heading", { name: "claim.x12 holds no remittance" }).waitFor();
        await isAccessible(page);
      });
    });
  });
}

test("the figures of the sample", async () => {
  await site.visit("desk/?sample", DESKTOP, async (page) => {
    const figures = page.getByRole("list", { name: "Totals of the file" });
    await figures.waitFor();
    assert.match(await figures.innerText(), /Paid\s+\$1,041\.94/);
    assert.match(await figures.innerText(), /Denied\s+\d+ of 16/);
    assert.match(await file(page, "meadowlark").innerText(), /Balances/);
    assert.match(await file(page, "tallgrass").innerText(), /Does not balance/);
    assert.equal(await page.getByRole("row").count(), 17, "sixteen claims and the head");
  });
});

test("the line that is off, found by keyboard", async () => {
  await site.visit("desk/?sample", DESKTOP, async (page) => {
    await file(page, "tallgrass").waitFor();
    await openOffClaim(page);
    const claim = page.getByRole("complementary", { name: "Claim" });
    const line = claim.locator(".check").filter({ hasText: "Line 2" });
    assert.match(await line.innerText(), /Off by \$5\.00/);
    assert.match(await line.innerText(), /Should be\s+75\.00/);
    assert.match(await line.innerText(), /The payer wrote\s+70\.00/);
    assert.match(await claim.locator(".check").filter({ hasText: "Line 1" }).innerText(), /Balances/);
    assert.match(await claim.locator(".check").filter({ hasText: "Payment: " }).innerText(), /Balances/);

    assert.match(await claim.locator(".headline").innerText(), /\$5\.00 not explained by the payer/);
    assert.match(await claim.getByRole("row", { name: "Not explained" }).innerText(), /5\.00/);

    await line.getByRole("button", { name: "Show in the file: Line 2" }).click();
    const lit = await claim.locator(".segments li.held summary code").allInnerTexts();
    assert.ok(lit.some((text) => text.startsWith("SVC*HC:12001*140*70")), lit.join(" "));

    await page.keyboard.press("Escape");
    assert.equal(await claim.count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("role")), "grid");
  });
});

test("what does not balance is posted only when told to, and then has a statement", async () => {
  await site.visit("desk/?sample", DESKTOP, async (page) => {
    const card = file(page, "tallgrass");
    await card.getByText("Not posted to the accounts").waitFor();
    await openOffClaim(page);
    await page.getByRole("button", { name: "Patient statement" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("There is no statement yet.").waitFor();
    await dialog.getByRole("button", { name: "Post anyway" }).click();
    const statement = page.frameLocator("iframe[title='Patient statement']");
    await statement.getByText(/Fenwick/i).first().waitFor();
    assert.equal(await dialog.getByRole("button", { name: "Print" }).isEnabled(), true);
    await isAccessible(page);
    const html = await page.locator("iframe").getAttribute("srcdoc");
    assert.ok(html);
    const alone = await page.context().newPage();
    await alone.setContent(html);
    await isAccessible(alone);
    await alone.close();
    await page.keyboard.press("Escape");
    assert.equal(await page.getByRole("heading", { name: /Fenwick/i }).isVisible(), true, "the claim is still open");
    assert.match(await card.innerText(), /Posted 5 claims/);
  });
});

test("one bad file leaves the others alone", async () => {
  await site.visit("desk/?sample", DESKTOP, async (page) => {
    await file(page, "meadowlark").waitFor();
    await page.locator("input[type=file]").first().setInputFiles([notX12]);
    const card = file(page, "notes.txt");
    await card.getByText("Cannot be read").waitFor();
    await card.getByRole("button").first().click();
    await page.getByText(/^byte \d+: /).waitFor();
    await file(page, "meadowlark").getByRole("button").first().click();
    await page.getByRole("gridcell").first().waitFor();
  });
});

test("search, filter and sort", async () => {
  await site.visit("desk/?sample", DESKTOP, async (page) => {
    const rows = page.getByRole("row").filter({ has: page.getByRole("gridcell") });
    await rows.nth(15).waitFor();
    await page.getByRole("searchbox").fill("okonkwo");
    await page.getByText("1 of 16 claims").waitFor();
    await page.getByRole("button", { name: "Clear" }).click();
    await page.getByText("16 of 16 claims").waitFor();
    await page.getByRole("combobox", { name: "Reason" }).selectOption({ label: await reason(page, "CO-97") });
    await page.getByText("1 of 16 claims").waitFor();
    await page.getByRole("button", { name: "Clear" }).click();
    await page.getByText("16 of 16 claims").waitFor();
    await page.getByRole("button", { name: "Paid", exact: true }).click();
    await page.locator("[aria-sort=descending]").waitFor();
    await rows.first().filter({ hasText: /dalia okonkwo/i }).waitFor();
  });
});

async function reason(page: Page, code: string): Promise<string> {
  const options = await page.getByRole("combobox", { name: "Reason" }).locator("option").allInnerTexts();
  const found = options.find((option) => option.startsWith(code));
  assert.ok(found, `${code} is offered`);
  return found;
}

test("the claims go into a spreadsheet", async () => {
  await site.visit("desk/?sample", DESKTOP, async (page) => {
    await page.getByRole("gridcell").first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export CSV" }).click(),
    ]);
    const lines = (await readFile(await download.path(), "utf8")).trim().split("\n");
    assert.equal(lines.length, 17);
    assert.match(lines[1] ?? "", /^LARK-10241,.*,125\.00,80\.00,45\.00,/);
  });
});

test("a hundred thousand claims stay smooth", { timeout: 120_000 }, async () => {
  await site.visit("desk/", DESKTOP, async (page) => {
    await page.locator("input[type=file]").first().setInputFiles(manyClaims(100_000));
    await page.getByText("100,000 of 100,000 claims").waitFor({ timeout: 60_000 });
    await page.getByRole("gridcell").first().waitFor();
    await page.getByRole("grid").focus();
    await page.keyboard.press("End");
    await page.getByRole("row", { name: /BULK-99999/ }).waitFor();
    assert.ok((await page.getByRole("row").count()) < 80, "only rows in view exist");
    await file(page, "bulk").getByText("Posted 100,000 claims").waitFor({ timeout: 60_000 });
    const middle = await page.evaluate(async () => {
      const grid = document.querySelector("[role=grid]") as HTMLElement;
      const frames: number[] = [];
      let last = performance.now();
      for (let step = 0; step < 60; step += 1) {
        grid.scrollTop = (grid.scrollHeight * step) / 60;
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        frames.push(now - last);
        last = now;
      }
      return frames.sort((a, b) => a - b)[30] ?? Infinity;
    });
    assert.ok(middle < 100, `half of the frames took more than ${middle} ms`);
  });
});

test("a file can be called off while it is read", { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "superbill-"));
  const path = join(folder, "huge.835");
  const part = manyClaims(200_000).buffer;
  for (let times = 0; times < 10; times += 1) await appendFile(path, part);
  try {
    await site.visit("desk/", DESKTOP, async (page) => {
      await page.locator("input[type=file]").first().setInputFiles(path);
      await page.getByRole("progressbar", { name: "Reading huge.835" }).waitFor();
      await page.getByRole("button", { name: "Cancel" }).click();
      await page.getByRole("heading", { name: "Open a remittance" }).waitFor();
      await trySample(page);
      assert.equal(await page.getByText("huge.835").count(), 0);
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("at 200 % zoom and on the smallest phone nothing is cut off", async () => {
  for (const [width, height] of [[720, 450], [320, 568]] as const) {
    await site.visit("desk/?sample", { width, height, colorScheme: "light" }, async (page) => {
      await page.getByRole("gridcell").first().waitFor();
      await openOffClaim(page);
      await isAccessible(page);
    });
  }
});

test("an open claim prints without the desk around it", async () => {
  await site.visit("desk/?sample", DESKTOP, async (page) => {
    await file(page, "tallgrass").waitFor();
    await openOffClaim(page);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.getByRole("navigation", { name: "Files" }).isVisible(), false);
    assert.equal(await page.getByRole("main").isVisible(), false);
    assert.equal(await page.getByRole("heading", { name: /Fenwick/i }).isVisible(), true);
  });
});
