// On other people's pages: hostile styles, strict policies, no JavaScript, several at once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { questions, widget } from './browser.mjs';
import { harness } from './harness.mjs';

const shared = harness();

/** A partner's page with the snippet. */
function partnerPage({ head = '', body = '', attributes = '', headers = {} } = {}) {
  const { url, site } = shared.server;
  return site.page(
    `<!doctype html><html lang="en"><head><title>Partner</title>${head}</head><body>${body}<faq-chat ${attributes}><a href="${url}/ask">Ask the clinic</a></faq-chat><script src="${url}/widget.js" async></script></body></html>`,
    headers,
  );
}

/** Everything that can be seen of the open chat. */
const looks = (page) =>
  page.evaluate(() =>
    [...document.querySelector('faq-chat').shadowRoot.querySelectorAll('[part], .bubble, h2, p, summary, .icon, textarea')].map((one) => {
      const { color, backgroundColor, fontSize, fontFamily, fontWeight, lineHeight, display, position, padding, margin, borderRadius, letterSpacing, textTransform, textAlign, visibility, opacity, cursor, direction } = getComputedStyle(one);
      const { width, height } = one.getBoundingClientRect();
      return JSON.stringify({ name: one.getAttribute('part') ?? one.localName, width, height, color, backgroundColor, fontSize, fontFamily, fontWeight, lineHeight, display, position, padding, margin, borderRadius, letterSpacing, textTransform, textAlign, visibility, opacity, cursor, direction });
    }),
  );

async function lookAt(t, address) {
  const page = await shared.page(t);
  await page.goto(address);
  const chat = widget(page);
  await chat.launcher.waitFor();
  const button = await chat.launcher.boundingBox();
  await chat.host.evaluate((host) => host.open());
  await chat.ask(questions.answer);
  return { button, looks: await looks(page) };
}

const hostile = {
  'all: unset on everything': '* { all: unset !important; font-size: 40px !important }',
  'inherited traps': 'html { font-size: 40px; letter-spacing: 1em; text-transform: uppercase; line-height: 4; visibility: visible; color: red; cursor: wait; word-spacing: 2em; text-align: right; font-family: fantasy; -webkit-text-size-adjust: 300% }',
  'traps for the element by name': 'faq-chat { display: none !important; position: static !important; opacity: 0 !important; transform: scale(3) !important; filter: blur(9px) !important; font: 40px fantasy !important; visibility: hidden !important; zoom: 2 !important; contain: strict !important }',
  'a body that moves and clips': 'body { transform: translate(100px, 50px) scale(.5); overflow: hidden; height: 10px; width: 300px; contain: paint; opacity: .99; filter: grayscale(1) }',
};
for (const [name, css] of Object.entries(hostile)) {
  test(`page styles change nothing: ${name}`, async (t) => {
    const plain = await lookAt(t, partnerPage());
    const attacked = await lookAt(t, partnerPage({ head: `<style>${css}</style>` }));
    assert.deepEqual(attacked.looks, plain.looks);
    // A body that is itself scaled takes its floating button along, as it does everything; not the conversation.
    if (!css.startsWith('body')) assert.deepEqual(attacked.button, plain.button);
  });
}

test('under a strict policy with Trusted Types the whole of it works, and nothing is reported', async (t) => {
  const { url } = shared.server;
  const policy = `default-src 'none'; script-src ${url}; connect-src ${url}; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'`;
  const page = await shared.page(t);
  const reports = [];
  page.on('console', (message) => message.type() === 'error' && reports.push(message.text()));
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  });
  await page.goto(partnerPage({ headers: { 'Content-Security-Policy': policy } }));
  const chat = widget(page);
  await chat.open();
  for (const question of Object.values(questions)) await chat.ask(question);
  await chat.host.locator('figure svg path').first().waitFor();
  await chat.input.pressSequentially('trigger');
  await chat.host.getByRole('listbox').waitFor();
  await chat.input.fill('my number is 07700 900123');
  await chat.input.press('Enter');
  await chat.host.getByRole('button', { name: 'Send without it' }).click();
  await chat.menu('Leave a message');
  await chat.host.getByRole('form').getByRole('button', { name: 'Send' }).click();
  await page.keyboard.press('Escape');
  await page.evaluate(() => (ShadowRoot.prototype.append = ((append) => function (...nodes) { append.apply(this, nodes); nodes.forEach((node) => node.contentWindow && (node.contentWindow.print = () => {})); })(ShadowRoot.prototype.append)));
  await chat.menu('Print conversation');
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  assert.deepEqual(reports, []);
});

test('under a policy of nonces alone it works too', async (t) => {
  const { url, site } = shared.server;
  const page = await shared.page(t);
  await page.goto(site.page(`<!doctype html><html lang="en"><title>p</title><script nonce="abc" src="${url}/widget.js" async></script>`, { 'Content-Security-Policy': "script-src 'nonce-abc' 'strict-dynamic'; object-src 'none'; base-uri 'none'; style-src 'self'" }));
  const chat = widget(page);
  await chat.open();
  await chat.ask(questions.answer);
});

test('one script tag alone is a whole installation, wherever it stands', async (t) => {
  const { url, site } = shared.server;
  const tag = `<script src="${url}/widget.js" data-label="Ask Lind" data-position="start" async></script>`;
  for (const html of [`<title>p</title>${tag}<p>text`, `<title>p</title><p>text</p>${tag}`, `<title>p</title><a href="${url}/ask">Ask here</a>${tag}`]) {
    const page = await shared.page(t);
    await page.goto(site.page(`<!doctype html><html lang="en">${html}`));
    const chat = widget(page);
    await chat.launcher.waitFor();
    assert.equal(await chat.host.count(), 1);
    assert.equal(await chat.launcher.textContent(), 'Ask Lind');
    assert.ok((await chat.launcher.boundingBox()).x < 100);
    await chat.open();
    await chat.ask(questions.answer);
  }
});

test('the pinned address with its hash runs, and a changed file does not', async (t) => {
  const { url, site } = shared.server;
  const page = await shared.page(t);
  const { file, integrity } = await page.locator('#pinned').evaluate((node) => ({ ...node.dataset }));
  const tag = (hash) => `<!doctype html><html lang="en"><title>p</title><faq-chat><a href="${url}/ask">Ask</a></faq-chat><script src="${url}/${file}" integrity="${hash}" crossorigin async></script>`;
  await page.goto(site.page(tag(integrity)));
  await widget(page).open();
  await page.goto(site.page(tag(integrity.replace(/-..../, '-AAAA'))));
  await page.waitForLoadState('networkidle');
  assert.equal(await page.getByRole('link', { name: 'Ask' }).isVisible(), true, 'the plain link is still there');
});

test('on a page that reads from right to left, the chat is mirrored and an English sentence is not', async (t) => {
  const { url, site } = shared.server;
  const page = await shared.page(t, { path: site.page(`<!doctype html><html lang="ar" dir="rtl"><title>p</title><faq-chat lang="en"><a href="${url}/ask">Ask</a></faq-chat><script src="${url}/widget.js" async></script>`) });
  const chat = widget(page);
  await chat.open();
  await chat.ask(questions.answer);
  assert.ok((await chat.part('close').boundingBox()).x < (await chat.host.locator('h2').boundingBox()).x);
  for (const sentence of [chat.last.locator('h3'), chat.last.locator('.vote span'), chat.part('suggestion').first()]) {
    const [first, last] = await sentence.evaluate((node) => {
      const text = document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode();
      return [[0, 1], [text.length - 1, text.length]].map(([from, to]) => {
        const letter = document.createRange();
        letter.setStart(text, from);
        letter.setEnd(text, to);
        const { x, y } = letter.getBoundingClientRect();
        return { x, y };
      });
    });
    assert.ok(last.y > first.y || last.x > first.x, await sentence.textContent());
    if (last.y > first.y) assert.ok(last.x > (await chat.panel.boundingBox()).x + 30, 'its end is not at the far left');
  }
});

test('without JavaScript the link leads to the plain form', async (t) => {
  const page = await shared.page(t, { javaScriptEnabled: false });
  await page.goto(partnerPage());
  await page.getByRole('link', { name: 'Ask the clinic' }).click();
  await page.getByLabel('Your question').fill(questions.answer);
  await page.getByRole('button', { name: 'Ask' }).click();
  await page.getByText('It can be tender').waitFor();
});

test('two chats of different partners on one page are two conversations', async (t) => {
  const { url, site } = shared.server;
  const known = await fetch(`${url}/api/widget?partner=studio`);
  if (!known.ok) return t.skip('this service does not know the partners of the tests');
  const page = await shared.page(t);
  const asked = [];
  page.on('request', (request) => request.method() === 'POST' && asked.push(request.postDataJSON()));
  await page.goto(site.page(`<!doctype html><html lang="en"><title>p</title>
    <faq-chat partner="studio" position="start"><a href="${url}/ask">Studio</a></faq-chat><script src="${url}/widget.js" async></script>
    <faq-chat partner="pale"><a href="${url}/ask">Pale</a></faq-chat><script src="${url}/widget.js" async></script>`));
  const [studio, pale] = [widget(page, 0), widget(page, 1)];
  await studio.open();
  await pale.open();
  await studio.host.getByText('Welcome to Studio Lind.').waitFor();
  await pale.host.getByText('Hello from Pale Yoga.').waitFor();
  await studio.ask(questions.answer);
  assert.equal(await pale.host.locator('.you').count(), 0);
  await pale.ask(questions.figure);
  assert.deepEqual(asked.map(({ partner, conversation }) => [partner, conversation]), [['studio', undefined], ['pale', undefined]]);
  assert.equal(await page.evaluate(() => sessionStorage.length), 2);
  const fill = (chat) => chat.part('send').evaluate((button) => getComputedStyle(button).backgroundColor);
  assert.match(await fill(studio), /srgb 0\.54\d* 0\.24\d* 0\.98\d*/);
  assert.match(await fill(pale), /srgb 1 0\.91\d* 0\.65\d*/);
});

test('nothing but the element is added to the page', async (t) => {
  const page = await shared.page(t);
  const { url, site } = shared.server;
  await page.goto(site.page('<!doctype html><html lang="en"><title>p</title><body></body>'));
  const before = await page.evaluate(() => Object.getOwnPropertyNames(window));
  await page.addScriptTag({ url: `${url}/widget.js` });
  const chat = widget(page);
  await chat.open();
  await chat.ask(questions.answer);
  const after = await page.evaluate(() => Object.getOwnPropertyNames(window));
  assert.deepEqual(after.filter((name) => !before.includes(name)), []);
  assert.deepEqual(await page.evaluate(() => [...document.body.children].map((one) => one.localName)), ['faq-chat']);
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
});

test('an element that leaves the page lets go of it, and works when it comes back', async (t) => {
  const page = await shared.page(t);
  const chat = widget(page);
  await chat.open();
  await page.evaluate(() => {
    window.kept = document.querySelector('faq-chat');
    window.kept.remove();
  });
  await page.waitForFunction(() => !window.kept.shadowRoot.querySelector('dialog'));
  await page.evaluate(() => document.body.append(window.kept));
  await chat.open();
  await chat.ask(questions.answer);
});
