//! Claim entry: can a biller write a claim, see what is wrong while typing, keep it to themselves and take it away?

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { field, holds, ready, SAMPLES, task, toFix } from "./entry.ts";
import { isAccessible, LOOKS, Site } from "./site.ts";

let site: Site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

const DESKTOP = LOOKS[0];
const PHONE = LOOKS[2];
const PASSPHRASE = "four calm words here";

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name, exact: true }).click()]);
  return readFile(await file.path(), "utf8");
}

for (const look of LOOKS) {
  describe(`at ${look.width} pixels, ${look.colorScheme}`, () => {
    test("every state is accessible and fits the window", async () => {
      await site.visit("claim/", look, async (page) => {
        await page.getByRole("heading", { name: "Write a claim" }).waitFor();
        await isAccessible(page);
        await page.getByRole("button", { name: "New claim, professional" }).click();
        await page.getByRole("button", { name: /things to fix/ }).click();
        await task(page, /Our claim number/).waitFor();
        await isAccessible(page);
        await page.getByRole("button", { name: "Import", exact: true }).click();
        await page.getByRole("dialog", { name: "Import claims" }).waitFor();
        await isAccessible(page);
      });
    });

    for (const kind of ["professional", "institutional", "dental"]) {
      test(`the ${kind} sample is ready, its file is told segment by segment`, async () => {
        await site.visit(`claim/?sample=${kind}`, look, async (page) => {
          await ready(page);
          await isAccessible(page);
          await page.getByRole("tab", { name: "837" }).click();
          const claim = page.getByRole("option").filter({ hasText: /^CLM\*/ });
          await claim.hover();
          await page.getByRole("region", { name: "The segment explained" }).getByText("Claim Information").waitFor();
          await isAccessible(page);
          await page.getByRole("tab", { name: "Printed form" }).click();
          await isAccessible(page);
        });
      });
    }
  });
}

test("what is wrong stands at its field and in a list that leads there", async () => {
  await site.visit("claim/?sample=professional", DESKTOP, async (page) => {
    await ready(page);
    const npi = field(page, "NPI");
    await npi.fill("1234567890");
    await toFix(page, 1);
    assert.equal(await npi.getAttribute("aria-invalid"), null, "not while it is typed");
    await page.keyboard.press("Tab");
    assert.equal(await npi.getAttribute("aria-invalid"), "true");
    const told = (await npi.getAttribute("aria-describedby"))?.split(" ")[0];
    assert.match(await page.locator(`[id="${told}"]`).innerText(), /digits do not check/);
    await field(page, "Our claim number").focus();
    await task(page, /^NPI/).click();
    assert.equal(await npi.evaluate((one) => one === document.activeElement), true);
    await page.getByRole("tab", { name: "837" }).click();
    await page.getByText("Not to be sent yet: 1 thing to fix.").waitFor();
    await page.getByRole("option").filter({ hasText: "1234567890" }).first().waitFor();
    await npi.fill("1234567893");
    await ready(page);
  });
});

test("a blank claim is calm until it is judged", async () => {
  await site.visit("claim/", DESKTOP, async (page) => {
    await page.getByRole("button", { name: "New claim, professional" }).click();
    const verdict = page.getByRole("button", { name: /things to fix/ });
    await verdict.waitFor();
    assert.equal(await page.locator("[aria-invalid]").count(), 0);
    await field(page, "Our claim number").focus();
    await page.keyboard.press("Tab");
    await page.locator("[aria-invalid]").waitFor();
    await verdict.click();
    assert.ok((await page.locator("[aria-invalid]").count()) > 10);
  });
});

test("diagnoses are found while typing, and a header offers its codes", async () => {
  await site.visit("claim/?sample=professional", DESKTOP, async (page) => {
    await ready(page);
    await page.getByRole("button", { name: "Add a diagnosis" }).click();
    const code = field(page, "Diagnosis D");
    await code.pressSequentially("low back");
    await page.getByRole("option", { name: /M54\.50/ }).waitFor();
    await isAccessible(page);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    assert.equal(await code.inputValue(), "M5450");
    await page.locator(".meaning").getByText("Low back pain, unspecified").waitFor();
    await ready(page);
    await code.fill("M54.5");
    await page.keyboard.press("Tab");
    await page.getByText("Not billable, it has subcodes").waitFor();
    await page.getByRole("button", { name: "M54.59" }).click();
    assert.equal(await code.inputValue(), "M5459");
  });
});

test("Ctrl+Enter goes from one thing to fix to the next", async () => {
  await site.visit("claim/?sample=professional", DESKTOP, async (page) => {
    await ready(page);
    await field(page, "NPI").fill("1234567890");
    await field(page, "Charge, line 2").fill("");
    await toFix(page, 2);
    const isIn = (name: string) => field(page, name).evaluate((one) => one === document.activeElement);
    await field(page, "Our claim number").focus();
    await page.keyboard.press("Control+Enter");
    assert.ok(await isIn("NPI"));
    await page.keyboard.press("Control+Enter");
    assert.ok(await isIn("Charge, line 2"));
    await page.keyboard.press("Control+Enter");
    assert.ok(await isIn("NPI"), "and around again");
  });
});

test("the next claim of a practice begins with the practice", async () => {
  await site.visit("claim/?sample=professional", DESKTOP, async (page) => {
    await ready(page);
    await page.getByRole("button", { name: "New, same practice" }).click();
    await page.getByRole("heading", { name: "New professional claim" }).waitFor();
    assert.equal(await field(page, "NPI").inputValue(), "1234567893");
    assert.equal(await field(page, "Last name").inputValue(), "");
  });
});

test("repairs are shown before and after, and made one by one or all at once", async () => {
  await site.visit("claim/?sample=professional", DESKTOP, async (page) => {
    await ready(page);
    const zip = field(page, "ZIP code");
    await zip.fill("50310-1234");
    const repairs = page.getByRole("region", { name: "Repairs" });
    await repairs.getByText("50310-1234").waitFor();
    await isAccessible(page);
    await repairs.getByRole("listitem").filter({ hasText: "50310-1234" }).getByRole("button").click();
    assert.equal(await zip.inputValue(), "503101234");
    await zip.fill("50310-9999");
    await repairs.getByText("50310-9999").waitFor();
    await field(page, "Procedure, line 1").fill("99-213");
    await repairs.getByText("99-213").waitFor();
    await repairs.getByRole("button", { name: "Apply all" }).click();
    await repairs.waitFor({ state: "hidden" });
    assert.equal(await zip.inputValue(), "503109999");
    await ready(page);
  });
});

test("the form is drawn as it prints, and is a PDF", async () => {
  await site.visit("claim/?sample=professional", DESKTOP, async (page) => {
    await ready(page);
    await page.getByRole("tab", { name: "Printed form" }).click();
    const form = page.getByRole("img", { name: "Page 1 of 1" });
    await form.waitFor();
    assert.ok(await form.evaluate((image: HTMLImageElement) => image.naturalWidth > 0));
    await isAccessible(page);
    await page.getByRole("button", { name: "Download", exact: true }).first().click();
    assert.match(await download(page, "Download the PDF"), /^%PDF-/);
  });
});

test("lines by keyboard: Enter adds, Ctrl+D copies, letters point, the total follows", async () => {
  await site.visit("claim/?sample=professional", DESKTOP, async (page) => {
    await ready(page);
    await field(page, "Charge, line 3").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("group", { name: "Line 4" }).waitFor();
    assert.equal(await field(page, "From, line 4").evaluate((one) => one === document.activeElement), true);
    assert.equal(await field(page, "From, line 4").inputValue(), "2026-10-12");
    await field(page, "Procedure, line 4").fill("99000");
    await field(page, "Charge, line 4").fill("7.50");
    await page.getByText("$300.50").first().waitFor();
    const pointers = page.getByRole("toolbar", { name: /Diagnoses of line 4/ });
    await pointers.getByRole("button").first().focus();
    await page.keyboard.press("c");
    await pointers.getByRole("button", { name: /C/, pressed: true }).waitFor();
    await field(page, "Charge, line 4").focus();
    await page.keyboard.press("Control+d");
    await page.getByRole("group", { name: "Line 5" }).waitFor();
    await page.getByText("$308.00").first().waitFor();
    assert.equal(await field(page, "Procedure, line 5").inputValue(), "99000");
  });
});

test("pointers follow their diagnosis when it moves or goes", async () => {
  await site.visit("claim/?sample=professional", DESKTOP, async (page) => {
    await ready(page);
    const pressed = async (line: number) =>
      (await page.getByRole("toolbar", { name: `Diagnoses of line ${line}` }).getByRole("button", { pressed: true }).allInnerTexts()).map((text) => text[0]);
    assert.deepEqual(await pressed(3), ["B"]);
    await page.getByRole("button", { name: "Up, diagnosis C" }).click();
    assert.deepEqual(await pressed(3), ["C"]);
    await page.getByRole("button", { name: "Remove diagnosis A" }).click();
    assert.deepEqual(await pressed(3), ["B"]);
  });
});

test("all that comes of a claim is downloaded, and opens again", async () => {
  await site.visit("claim/?sample=professional", DESKTOP, async (page) => {
    await ready(page);
    await page.getByRole("button", { name: "Ready to send" }).click();
    const file = await download(page, "Download the 837");
    assert.match(file, /^ISA\*00\*.*CLM\*LARK-20417\*293\.?0?0?\*/s);
    const json = await download(page, "Download the JSON");
    assert.equal(JSON.parse(json).claims[0].patientControlNumber, "LARK-20417");
    await isAccessible(page);
    await page.getByRole("button", { name: "Close", exact: true }).click();
    for (const text of [file, json]) {
      await page.getByRole("button", { name: "Import", exact: true }).click();
      await page.getByRole("textbox", { name: "Or paste it" }).fill(text);
      await page.getByRole("button", { name: "Read it" }).click();
      await page.getByRole("dialog").waitFor({ state: "hidden" });
      await ready(page);
      assert.equal(await field(page, "Our claim number").inputValue(), "LARK-20417");
    }
  });
});

test("a file of several claims has a picker", async () => {
  await site.visit("claim/", DESKTOP, async (page) => {
    await page.getByRole("heading", { name: "Write a claim" }).waitFor();
    await page.locator("input[type=file]").first().setInputFiles(resolve(SAMPLES, "professional-claims.837"));
    const open = page.getByRole("button", { name: /^Open/ });
    const pick = page.getByRole("combobox", { name: "Claim", exact: true });
    await open.or(pick).first().waitFor();
    if (await open.count()) await open.first().click();
    await pick.selectOption("1");
    await holds(page, "Our claim number", "LARK-20102");
    await field(page, "Our claim number").fill("LARK-CHANGED");
    await pick.selectOption("0");
    await holds(page, "Our claim number", "LARK-20101");
    await pick.selectOption("1");
    await holds(page, "Our claim number", "LARK-CHANGED");
  });
});

test("what is no claim is said to be none", async () => {
  await site.visit("claim/", PHONE, async (page) => {
    await page.getByRole("button", { name: "Paste text" }).click();
    await page.getByRole("textbox", { name: "Or paste it" }).fill("Dear billing office, nothing of use.");
    await page.getByRole("button", { name: "Read it" }).click();
    await page.getByText("It cannot be opened.").waitFor();
    await isAccessible(page);
  });
});

test("a corrected claim has the payer's claim number", async () => {
  await site.visit("claim/?sample=professional", DESKTOP, async (page) => {
    await ready(page);
    await field(page, "This is").selectOption("7");
    await page.getByLabel("Payer's claim number").fill("MEAD-77012");
    await ready(page);
    await page.getByRole("tab", { name: "837" }).click();
    await page.getByRole("option").filter({ hasText: "REF*F8*MEAD-77012" }).waitFor();
  });
});

test("after the 835 the claim to the next payer balances", async () => {
  const remittance =
    "ISA*00*          *00*          *ZZ*MEADOWLARK     *ZZ*LARKSPUR       *261110*0915*^*00501*000000903*0*T*:~" +
    "GS*HP*MEADOWLARK*LARKSPUR*20261110*0915*1*X*005010X221A1~ST*835*0001~BPR*I*170*C*CHK************20261110~" +
    "TRN*1*55512*1420000017~N1*PR*MEADOWLARK HEALTH PLAN~N3*1 MAIN STREET~N4*DES MOINES*IA*50309~PER*BL*EDI DESK*TE*8005550199~REF*2U*MEADOW~" +
    "N1*PE*LARKSPUR FAMILY MEDICINE*XX*1234567893~LX*1~CLP*LARK-20417*1*293*170*30*12*MEAD-77012~NM1*QC*1*QUILLFEATHER*PERSIMMON****MI*SYN000417~" +
    "SVC*HC:99213:25*145*90**1~DTM*472*20261012~CAS*CO*45*25~CAS*PR*3*30~REF*6R*L1~" +
    "SVC*HC:87880:QW*48*20**1~DTM*472*20261012~CAS*CO*45*28~REF*6R*L2~SVC*HC:95004*100*60**10~DTM*472*20261012~CAS*CO*45*40~REF*6R*L3~" +
    "SE*27*0001~GE*1*1~IEA*1*000000903~";
  await site.visit("claim/?sample=professional", DESKTOP, async (page) => {
    await ready(page);
    await page.getByRole("button", { name: "Next payer" }).click();
    const dialog = page.getByRole("dialog", { name: "Bill the next payer" });
    await isAccessible(page);
    await dialog.locator("input[type=file]").setInputFiles({ name: "paid.835", mimeType: "", buffer: Buffer.from(remittance) });
    const open = dialog.getByRole("button", { name: "Open the claim to the next payer" });
    await dialog.waitFor({ state: "hidden" }).catch(() => open.click());
    assert.equal(await field(page, "Payer").inputValue(), "TALLGRASS MUTUAL");
    await page.getByText("Other plan 1", { exact: true }).waitFor();
    await ready(page);
    await page.getByRole("tab", { name: "837" }).click();
    await page.getByRole("option").filter({ hasText: "SVD*MEADOW*90" }).waitFor();
  });
});

test("drafts are kept, locked, and nothing of them is readable on the disk", { timeout: 120_000 }, async () => {
  await site.visit("claim/?sample=professional", DESKTOP, async (page) => {
    await ready(page);
    await page.getByRole("button", { name: "Keep this draft" }).click();
    await page.getByLabel("Passphrase").fill("short");
    await page.getByRole("button", { name: "Keep drafts" }).click();
    await page.getByText("Use 12 characters or more").waitFor();
    await isAccessible(page);
    await page.getByLabel("Passphrase").fill(PASSPHRASE);
    await page.getByLabel("The same again").fill(PASSPHRASE);
    await page.getByRole("button", { name: "Keep drafts" }).click();
    await page.getByText(/^Saved /).waitFor();
    await field(page, "Our claim number").fill("LARK-KEPT");
    await page.waitForTimeout(900);

    const stored = await page.evaluate(everythingStored);
    assert.ok(stored.drafts === 1 && stored.text.length > 1_000, "a draft is stored");
    for (const word of ["QUILLFEATHER", "PERSIMMON", "LARK", "SYN000417", PASSPHRASE, "claims"]) {
      assert.ok(!stored.text.includes(word), `${word} is readable`);
    }
    assert.equal(stored.keys, 0, "no key is stored");

    await page.goto(`${site.origin}/claim/`);
    await page.getByRole("heading", { name: "Drafts on this device are locked" }).waitFor();
    await isAccessible(page);
    assert.equal(await page.getByText("Quillfeather").count(), 0);
    await page.getByLabel("Passphrase").fill("another four words");
    await page.getByRole("button", { name: "Unlock" }).click();
    await page.getByText("That is not the passphrase").waitFor();
    await isAccessible(page);
    await page.getByLabel("Passphrase").fill(PASSPHRASE);
    await page.getByRole("button", { name: "Unlock" }).click();
    await page.getByRole("button", { name: "Persimmon Quillfeather", exact: true }).click();
    assert.equal(await field(page, "Our claim number").inputValue(), "LARK-KEPT");
    await ready(page);

    await page.goto(`${site.origin}/claim/?sample=dental`);
    await ready(page);
    await page.getByRole("button", { name: "Keep this draft" }).click();
    await page.getByLabel("Passphrase").fill(PASSPHRASE);
    await page.getByRole("button", { name: "Unlock and keep" }).click();
    await page.getByText(/^Saved /).waitFor();
    assert.equal((await page.evaluate(everythingStored)).drafts, 2, "the first is still there");

    await page.getByRole("button", { name: "Lock", exact: true }).click();
    await page.getByRole("heading", { name: "Drafts on this device are locked" }).waitFor();
    assert.equal(await page.getByText("Quillfeather").count(), 0);
    await page.getByRole("button", { name: "Forgot it? Forget the drafts" }).click();
    await page.getByRole("button", { name: "Forget them" }).click();
    await page.getByText("Drafts on this device are locked").waitFor({ state: "hidden" });
    assert.equal((await page.evaluate(everythingStored)).drafts, 0);
  });
});

test("at 200 % zoom and on the smallest phone nothing is cut off", async () => {
  for (const [width, height] of [[720, 450], [320, 568]] as const) {
    await site.visit("claim/?sample=dental", { width, height, colorScheme: "light" }, async (page) => {
      await ready(page);
      await page.getByRole("button", { name: /^More/ }).first().click();
      await isAccessible(page);
    });
  }
});

test("the claim prints without the tools around it", async () => {
  await site.visit("claim/?sample=professional", DESKTOP, async (page) => {
    await ready(page);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.getByRole("button", { name: "Import", exact: true }).isVisible(), false);
    assert.equal(await field(page, "Our claim number").isVisible(), true);
  });
});

/** Everything IndexedDB and the other stores of the page hold, as text. */
async function everythingStored(): Promise<{ drafts: number; keys: number; text: string }> {
  let [drafts, keys, text] = [0, 0, JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }) + document.cookie];
  const found: unknown[] = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open(name ?? "");
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
    for (const store of database.objectStoreNames) {
      const all = await new Promise<unknown[]>((done) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => done(request.result);
      });
      if (store === "drafts") drafts += all.length;
      found.push(...all);
    }
    database.close();
  }
  for (let value = found.pop(); value !== undefined; value = found.pop()) {
    if (value instanceof CryptoKey) keys += 1;
    else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) text += new TextDecoder("latin1").decode(value);
    else if (typeof value === "object" && value !== null) found.push(...Object.values(value));
    else text += String(value);
  }
  return { drafts, keys, text };
}
