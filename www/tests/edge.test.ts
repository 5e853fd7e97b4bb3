//! The edge console: can an EDI engineer see what a file is, what is wrong at which byte, and what goes back?

import assert from "node:assert/strict";
import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { manyClaims, manyMistakes, notX12, type Upload } from "./files.ts";
import { isAccessible, LOOKS, Site } from "./site.ts";

let site: Site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

const DESKTOP = LOOKS[0];
const PHONE = LOOKS[2];

const drop = (page: Page, ...files: Upload[]) => page.locator("input[type=file]").first().setInputFiles(files);
const verdict = (page: Page, name: string, text: string) =>
  page.getByRole("navigation", { name: "Files" }).getByRole("listitem").filter({ hasText: name }).getByText(text, { exact: true }).waitFor();
const finding = (page: Page, rule: string) => page.getByRole("listitem").filter({ hasText: rule });
const lit = (page: Page) => page.locator(".raw mark").innerText();

for (const look of LOOKS) {
  describe(`at ${look.width} pixels, ${look.colorScheme}`, () => {
    test("every state is accessible and fits the window", async () => {
      await site.visit("edge/", look, async (page) => {
        await page.getByRole("heading", { name: "Check any X12 file" }).waitFor();
        await isAccessible(page);
        await page.getByRole("button", { name: "Claims with mistakes" }).click();
        await verdict(page, "mistakes", "Not acceptable");
        await isAccessible(page);
        await finding(page, "SYN-24").first().getByRole("button").click();
        await page.locator(".raw mark").waitFor();
        await isAccessible(page);
        await page.getByRole("tab", { name: "Answer to send" }).click();
        await page.getByRole("button", { name: "Copy the 999" }).waitFor();
        await isAccessible(page);
        await page.getByRole("button", { name: "Paste", exact: true }).click();
        await page.getByRole("textbox", { name: "X12 text" }).waitFor();
        await isAccessible(page);
      });
    });

    test("clean, unreadable and answering files are told apart", async () => {
      await site.visit("edge/?sample=professional-claims.837", look, async (page) => {
        await verdict(page, "professional", "Acceptable");
        await page.getByText("No findings.").waitFor();
        await isAccessible(page);
        await drop(page, notX12);
        await page.getByRole("heading", { name: "notes.txt cannot be read" }).waitFor();
        await isAccessible(page);
      });
      await site.visit("edge/?sample=acknowledgment.999", look, async (page) => {
        await page.getByRole("tab", { name: "What it says" }).click();
        await page.getByText(/claim LARK-20102/).waitFor();
        await isAccessible(page);
      });
    });
  });
}

test("what the file is, and every mistake by transaction set", async () => {
  await site.visit("edge/?sample", DESKTOP, async (page) => {
    const envelope = page.getByRole("region", { name: "What it is" });
    await envelope.waitFor();
    assert.match(await envelope.innerText(), /LARKSPUR[\s\S]*MEADOWLARK[\s\S]*3 transaction sets[\s\S]*005010X222A1/);
    for (const [set, rules] of [
      ["837 0001", ["SYN-04", "SYN-24", "SYN-28"]],
      ["837 0002", ["SYN-14", "SYN-24", "SYN-01", "SYN-36", "ENV-47"]],
      ["837 0003", ["SYN-51", "SYN-42"]],
      ["Envelope", ["ENV-40"]],
    ] as const) {
      const found = await page.getByRole("region", { name: set, exact: true }).locator(".kind b").allInnerTexts();
      assert.deepEqual(found, rules, set);
    }
    assert.match(await finding(page, "SYN-28").innerText(), /Loop 2400, DTP03, segment 22 of its set, bytes 794 to 802/);
  });
});

test("the list narrows to a severity and a SNIP type", async () => {
  await site.visit("edge/?sample", DESKTOP, async (page) => {
    await page.getByText("11 of 11").waitFor();
    await page.getByRole("combobox", { name: "Severity" }).selectOption("warning");
    await page.getByText("1 of 11").waitFor();
    await page.getByRole("combobox", { name: "SNIP type" }).selectOption("2");
    await page.getByText("None of this kind.").waitFor();
    await isAccessible(page);
    await page.getByRole("button", { name: "Show all findings" }).click();
    await page.getByText("11 of 11").waitFor();
  });
});

test("a finding, the tree and the raw text show the same bytes", async () => {
  await site.visit("edge/?sample", DESKTOP, async (page) => {
    await finding(page, "SYN-28").getByRole("button").click();
    await page.locator(".raw mark").waitFor();
    assert.equal(await lit(page), "20261340");
    const active = page.getByRole("tree").locator("[aria-selected=true]");
    assert.match(await active.innerText(), /03 Service Date\s*20261340/);

    await page.getByRole("option").filter({ hasText: "HI*ABK:J069*ABF:R05" }).locator("code").click();
    await page.getByRole("treeitem").filter({ hasText: "J069" }).first().waitFor();
    await page.getByRole("treeitem").filter({ hasText: "R05" }).click();
    assert.equal(await lit(page), "R05");
  });
});

test("the tree by keyboard alone", async () => {
  await site.visit("edge/?sample=professional-claims.837", DESKTOP, async (page) => {
    const tree = page.getByRole("tree");
    await tree.focus();
    await page.keyboard.press("End");
    await page.locator(".raw [aria-selected=true]").filter({ hasText: "IEA*1*000004101" }).waitFor();
    await page.keyboard.press("Home");
    await page.getByRole("button", { name: "Fold all", exact: true }).click();
    const claim = tree.getByRole("treeitem", { expanded: false }).filter({ hasText: "1000A" }).first();
    await claim.waitFor();
    assert.equal(await tree.getByRole("treeitem").filter({ hasText: "CLM" }).count(), 0);
    await tree.focus();
    await page.keyboard.press("Home");
    for (let presses = 0; presses < 40 && (await claim.getAttribute("aria-selected")) !== "true"; presses += 1) {
      await page.keyboard.press("ArrowDown");
    }
    await page.keyboard.press("ArrowRight");
    await tree.getByRole("treeitem", { expanded: true }).filter({ hasText: "1000A" }).waitFor();
    await page.keyboard.press("ArrowLeft");
    await claim.waitFor();
  });
});

test("findings are walked with the arrow keys", async () => {
  await site.visit("edge/?sample", DESKTOP, async (page) => {
    await finding(page, "SYN-04").getByRole("button").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator(".raw mark").waitFor();
    assert.equal(await lit(page), "Q");
  });
});

test("the answer is saved and copied as it is sent", async () => {
  await site.visit("edge/?sample", DESKTOP, async (page) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("tab", { name: "Answer to send" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save the 999" }).click(),
    ]);
    assert.equal(download.suggestedFilename(), "claims-with-mistakes.837.999");
    const text = await readFile(await download.path(), "utf8");
    assert.match(text, /IK3\*DTP\*22\*2400\*8.*IK4\*3\*1251\*8\*20261340/s);
    assert.match(text, /AK9\*/);
    await page.getByRole("button", { name: "Copy the 999" }).click();
    await page.getByText("The 999 is on the clipboard.").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);

    await drop(page, { name: "back.999", mimeType: "", buffer: Buffer.from(text) });
    await verdict(page, "back.999", "Acceptable");
  });
});

test("pasted text is checked", async () => {
  const text = await readFile(resolve(import.meta.dirname, "../public/samples/eligibility-question.270"), "utf8");
  await site.visit("edge/", PHONE, async (page) => {
    await page.getByRole("button", { name: "Paste text" }).click();
    await page.getByRole("textbox", { name: "X12 text" }).fill(text);
    await page.getByRole("button", { name: "Check it" }).click();
    await verdict(page, "pasted.x12", "Acceptable");
    await page.getByRole("tab", { name: "Raw text" }).click();
    await page.getByRole("option").filter({ hasText: "EQ*30" }).waitFor();
    assert.equal(await page.getByRole("tree").isVisible(), false);
  });
  await site.visit("edge/", DESKTOP, async (page) => {
    await page.getByRole("heading", { name: "Check any X12 file" }).waitFor();
    await page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    }, text);
    await verdict(page, "pasted.x12", "Acceptable");
  });
});

test("thousands of mistakes stay easy to walk", { timeout: 120_000 }, async () => {
  await site.visit("edge/", DESKTOP, async (page) => {
    await drop(page, manyMistakes(12_000));
    await page.getByText(/The file has 12,000 findings/).waitFor({ timeout: 60_000 });
    assert.ok((await page.locator(".message").count()) <= 50);
    assert.ok((await page.getByRole("option").count()) < 80, "only lines in view exist");
    await page.getByText("The first").last().waitFor();
    while ((await page.getByRole("region", { name: "837 1003000" }).count()) === 0) {
      await page.getByRole("button", { name: /^Show more of/ }).last().click();
      if ((await page.locator(".message").count()) > 200) break;
    }
    await page.getByRole("listbox").focus();
    await page.keyboard.press("End");
    await page.locator(".raw [aria-selected=true]").waitFor();
  });
});

test("a large remittance streams in little memory, and can then be checked whole", { timeout: 120_000 }, async () => {
  await site.visit("edge/", DESKTOP, async (page) => {
    await drop(page, manyClaims(100_000));
    await verdict(page, "bulk.835", "No error so far");
    const figures = await page.locator(".speed").innerText();
    assert.match(figures, /Claims\s+100,000/);
    assert.match(figures, /MB\/s/);
    const memory = Number(/WebAssembly memory\s+([\d.]+) MB/.exec(figures)?.[1]);
    assert.ok(memory <= 8, `${memory} MB of WebAssembly memory`);
    await isAccessible(page);
    await page.getByRole("button", { name: "Check all of it in memory" }).click();
    await verdict(page, "bulk.835", "Acceptable");
  });
});

test("a check is called off at once", { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "superbill-"));
  const path = join(folder, "huge.835");
  const part = manyClaims(200_000).buffer;
  for (let times = 0; times < 10; times += 1) await appendFile(path, part);
  try {
    await site.visit("edge/", DESKTOP, async (page) => {
      await page.locator("input[type=file]").first().setInputFiles(path);
      await page.getByRole("progressbar", { name: "Checking huge.835" }).waitFor();
      await isAccessible(page);
      await page.getByRole("button", { name: "Cancel" }).click();
      await page.getByRole("button", { name: "Clean claims" }).click();
      await verdict(page, "professional", "Acceptable");
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("at 200 % zoom and on the smallest phone nothing is cut off", async () => {
  for (const [width, height] of [[720, 450], [320, 568]] as const) {
    await site.visit("edge/?sample", { width, height, colorScheme: "light" }, async (page) => {
      await finding(page, "SYN-28").getByRole("button").click();
      await page.locator(".raw mark").waitFor();
      await isAccessible(page);
    });
  }
});

test("the verdict and its findings print without the rest", async () => {
  await site.visit("edge/?sample", DESKTOP, async (page) => {
    await finding(page, "SYN-28").waitFor();
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.getByRole("tree").isVisible(), false);
    assert.equal(await page.getByRole("navigation", { name: "Files" }).isVisible(), false);
    assert.equal(await finding(page, "SYN-28").isVisible(), true);
  });
});
