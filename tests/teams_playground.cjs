// A person in Microsoft's local client: node teams_playground.cjs PAGE SCENE QUESTION
const { chromium } = require('playwright-core');
const fs = require('fs'), os = require('os'), path = require('path');
const [address, scene, question] = process.argv.slice(2);

async function opened() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'playground-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM, headless: true, viewport: { width: 1280, height: 1000 },
    // Its page asks for fonts elsewhere; nothing but this machine is reached.
    args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
  });
  context.setDefaultTimeout(10000);
  const page = context.pages()[0];
  await page.goto(address, { waitUntil: 'load' });
  return [page, async () => { await context.close(); fs.rmSync(folder, { recursive: true, force: true }); }];
}

const box = (page) => page.locator('div[role=textbox][contenteditable=true]').first();
const words = (page, from) => page.getByText(from).last().innerText();

async function answered(page) {
  await page.locator('a.fai-Citation').first().waitFor();
  console.log('answer:', (await words(page, 'dog kun seks')).replace(/[“”]/g, ''));
}

const scenes = {
  async personal(page) {
    await page.getByText('I answer questions').first().waitFor();
    console.log(await words(page, 'I answer questions'));
    await box(page).click();
    await page.keyboard.type(question);
    await page.getByRole('button', { name: 'Send Message' }).click();
    await answered(page);
    await page.locator('a.fai-Citation').first().hover();
    console.log('popover:', await page.locator('.fui-PopoverSurface').last().innerText());
    await page.mouse.move(700, 40);
    await page.getByRole('button', { name: 'Vis stedet [1]' }).last().click();
    await page.getByText('I sin sammenhæng').last().waitFor();
    console.log('passage:', await words(page, /^Indstilling$/));
    await page.getByRole('button', { name: 'Tilbage til svaret' }).last().click();
    const back = page.getByRole('button', { name: 'Vis stedet [1]' }).last();
    await back.waitFor();
    console.log('back:', await back.innerText());
    await page.getByRole('button', { name: 'Dislike' }).last().click();
    await page.locator('textarea').last().fill('Der var ti.');
    await page.getByRole('button', { name: /submit/i }).last().click();
    await page.getByText('We appreciate your feedback').waitFor();
  },
  async written(page) {
    await box(page).click();
    await page.keyboard.type(question);
    await page.getByRole('button', { name: 'Send Message' }).click();
    await answered(page);
    const seen = async (when) => console.log(
      `${when}: labels ${await page.getByText('AI generated').count()},`,
      `answers ${await page.getByText(/Godkendt, dog kun seks/).count()}`);
    await seen('quoted');
    await page.getByText('Skrevet af en sprogmodel').first().waitFor();
    await seen('written');
  },
  async group(page) { await mentioned(page, 'Sekretariatet', 'Send Message'); },
  async channel(page) { await mentioned(page, /General/, 'Post'); },
};

async function mentioned(page, place, send) {
  await page.getByRole('treeitem', { name: place }).click();
  await page.waitForTimeout(800);
  await box(page).click();
  await page.keyboard.type('@', { delay: 50 });
  await page.locator('#typeahead-menu').getByRole('menuitem', { name: 'Referent' }).last().click();
  await page.waitForTimeout(200);
  await page.keyboard.type(' ' + question);
  await page.getByRole('button', { name: send }).click();
  await answered(page);
}

(async () => {
  const [page, close] = await opened();
  try { await scenes[scene](page); } finally { await close(); }
})().catch((error) => { console.error(error); process.exit(1); });
