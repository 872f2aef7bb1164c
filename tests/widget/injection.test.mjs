// Nothing that a topic, a partner or a visitor types becomes markup or script.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fulfil, replyWith, widget } from './browser.mjs';
import { harness } from './harness.mjs';
import { injections } from './injections.mjs';

const shared = harness();

const elements = new Set(
  'dialog header div h2 h3 h4 p span button svg path ul ol li form label textarea input section details summary a strong em br hr blockquote code pre figure figcaption i g circle ellipse rect text'.split(' '),
);
const attributes =
  /^(part|class|role|aria-[a-z]+|id|for|type|tabindex|hidden|lang|dir|popover|rows|maxlength|enterkeyhint|autocomplete|placeholder|disabled|novalidate|required|open|viewBox|d|cx|cy|r|rx|ry|x|y|fill|stroke|stroke-width|stroke-linecap|opacity|href|target|rel|style)$/;

/** What must not be: foreign elements, attributes and addresses in the widget, and anything that ran. */
async function faults(page) {
  const { found, ran } = await page.evaluate(() => {
    const found = [];
    for (const host of document.querySelectorAll('faq-chat')) {
      for (const one of host.shadowRoot.querySelectorAll('*')) {
        found.push([one.localName, one.closest('.turn') !== null, [...one.attributes].map(({ name, value }) => [name, value])]);
      }
    }
    return { found, ran: window.ran };
  });
  const wrong = ran ? [`ran: ${ran}`] : [];
  for (const [name, said, list] of found) {
    if (!elements.has(name)) wrong.push(`<${name}>`);
    for (const [key, value] of list) {
      if (!attributes.test(key)) wrong.push(`${name} ${key}`);
      if (said && key === 'style') wrong.push(`${name} style`);
      if (key === 'href' && !/^(https?|mailto|tel):/.test(value)) wrong.push(`href ${value}`);
      if (key === 'target' && value !== '_blank') wrong.push(`target ${value}`);
    }
  }
  return wrong;
}

/** @param {import('playwright-core').Page} page */
const watch = (page) =>
  page.addInitScript(() => {
    for (const name of ['alert', 'prompt', 'confirm']) window[name] = () => (window.ran = name);
  });

test('there are sixty strings at the least', () => assert.ok(new Set(injections).size >= 60));

test('what a visitor types stays text, in the conversation and in the answer that repeats it', async (t) => {
  const page = await shared.page(t, { prepare: watch });
  await page.route('**/api/ask', (route) => {
    const { message } = route.request().postDataJSON();
    return fulfil(route, 200, { conversation: 'c', kind: 'unknown', text: `I could not answer: ${message}`, answers: [], choices: [], suggestions: [], handoff: false });
  });
  const chat = widget(page);
  await chat.open();
  for (const text of injections) {
    const shown = await chat.host.evaluate(async (host, text) => {
      const answered = new Promise((resolve) => host.addEventListener('faq-reply', resolve, { once: true }));
      await host.ask(text);
      await answered;
      return [...host.shadowRoot.querySelectorAll('.you p')].at(-1).textContent;
    }, text);
    assert.equal(shown, text.trim());
  }
  assert.deepEqual(await faults(page), []);
});

/** Every string at one place of a reply, in one reply. */
const places = {
  'a topic’s title': { answers: injections.map((text) => answer({ title: text })) },
  'a reply’s text': { text: injections.join('\n\n'), kind: 'unknown' },
  'a topic’s HTML': { answers: injections.map((text) => answer({ html: `<p>before</p>${text}<p>after</p>` })) },
  'HTML inside HTML': { answers: injections.map((text) => answer({ html: `<ul><li><strong>${text}</strong></li></ul>` })) },
  'an HTML address': { answers: injections.map((text) => answer({ html: `<p><a href="${text}">x</a> <a href='${text}'>x</a></p>` })) },
  'a source’s title': { answers: injections.map((text) => answer({ sources: [{ title: text, url: 'https://good.example' }] })) },
  'a source’s address': { answers: injections.map((text) => answer({ sources: [{ title: 'x', url: text }] })) },
  'a review date': { answers: injections.map((text) => answer({ reviewed: text })) },
  'a topic’s id': { answers: injections.map((text) => answer({ topic: text })) },
  'the label of a choice': { kind: 'clarify', text: 'Which?', choices: injections.map((text) => ({ topic: text, label: text })) },
  'the label of a suggestion': { text: 'x', suggestions: injections.map((text) => ({ topic: text, label: text })) },
  'an urgent reply': { kind: 'urgent', text: injections.join('\n'), answers: injections.map((text) => answer({ topic: 'safety/emergency', html: `<p>Call 999. ${text}</p>` })) },
  'the kind of a reply': { kind: injections[0], text: 'x' },
};

function answer(given) {
  return { topic: 'mfr/what-is', title: 'Title', short: 'short', text: 'text', html: '<p>text</p>', sources: [], reviewed: '2026-11-22', ...given };
}

for (const [place, reply] of Object.entries(places)) {
  test(`in ${place}`, async (t) => {
    const page = await shared.page(t, { prepare: watch });
    await replyWith(page, reply);
    const chat = widget(page);
    await chat.open();
    await chat.ask('x');
    assert.equal(await chat.host.locator('.answer').count(), reply.answers?.length ?? 0, 'all of it is shown');
    assert.deepEqual(await faults(page), []);
  });
}

test('in completions', async (t) => {
  const page = await shared.page(t, { prepare: watch });
  await page.route('**/api/suggest*', (route) => fulfil(route, 200, { suggestions: injections.map((text) => ({ topic: text, label: text })) }));
  const chat = widget(page);
  await chat.open();
  await chat.input.pressSequentially('ab');
  await chat.host.getByRole('listbox').waitFor();
  assert.deepEqual(await chat.host.getByRole('option').evaluateAll((all) => all.map((one) => one.textContent)), injections);
  assert.deepEqual(await faults(page), []);
});

/**
 * A chat for each string on one page, made by `make(chat, text, number)` in the page. Each is opened, its form too,
 * and closed again: sixty that stay open are sixty that the browser paints.
 */
async function many(page, make) {
  await page.evaluate(() => document.querySelector('faq-chat').remove());
  const opened = await page.evaluate(
    async ([make, texts]) => {
      const prepare = Function(`return ${make}`)();
      let opened = 0;
      for (const [number, text] of texts.entries()) {
        const chat = document.createElement('faq-chat');
        prepare(chat, text, number);
        document.body.append(chat);
        await chat.open();
        opened += chat.shadowRoot.querySelector('dialog').matches(':popover-open');
        chat.shadowRoot.querySelector('ul.menu button')?.click();
        await chat.close();
      }
      return opened;
    },
    [String(make), injections],
  );
  assert.equal(opened, injections.length, 'every one opens');
}

test('in what the clinic says of a partner', async (t) => {
  const page = await shared.page(t, { prepare: watch });
  await page.route('**/api/widget*', (route) => {
    const text = injections[Number(new URL(route.request().url()).searchParams.get('partner'))];
    return fulfil(route, 200, { name: text, greeting: text, lang: text, theme: { accent: text, font: text, width: text, surface: text }, strings: { subtitle: text, input: text }, clinic: { name: text, phone: text, privacy: text }, openings: [{ topic: text, label: text }] });
  });
  await many(page, (chat, text, number) => chat.setAttribute('partner', number));
  assert.deepEqual(await faults(page), []);
  const styles = await page.evaluate(() => [...document.querySelectorAll('faq-chat')].flatMap((one) => [...one.style].filter((name) => !name.startsWith('--faq-') || one.style.getPropertyValue(name).includes('url('))));
  assert.deepEqual(styles, []);
});

test('in the attributes of the element', async (t) => {
  const page = await shared.page(t, { prepare: watch });
  await many(page, (chat, text) => {
    for (const name of ['partner', 'label', 'greeting', 'openings', 'accent', 'lang', 'theme', 'position', 'dir']) chat.setAttribute(name, text);
  });
  assert.deepEqual(await faults(page), []);
});

test('in the data of the script tag', async (t) => {
  const page = await shared.page(t, { prepare: watch });
  const { url, site } = shared.server;
  const quoted = (text) => text.replace(/[&"<>]/g, (one) => `&#${one.charCodeAt(0)};`).replaceAll('\u0000', '');
  const tags = injections.map((text) => `<script src="${url}/widget.js" data-label="${quoted(text)}" data-greeting="${quoted(text)}" data-lang="${quoted(text)}"></script>`);
  await page.goto(site.page(`<!doctype html><html lang="en"><title>p</title><body>${tags.join('')}</body></html>`));
  await page.waitForFunction((count) => document.querySelectorAll('faq-chat').length === count, injections.length);
  assert.deepEqual(await faults(page), []);
});

test('in a stored conversation, and whatever else lies in its place', async (t) => {
  const page = await shared.page(t, { prepare: watch });
  const stored = (text) => JSON.stringify({ open: true, token: text, turns: [{ at: 1, text }, { at: text, reply: { kind: 'answer', text, answers: [answer({ html: text, title: text, sources: [{ title: text, url: text }] })], choices: [{ topic: text, label: text }], suggestions: [{ topic: text, label: text }] } }] });
  const strange = ['', 'null', '[]', '1', '{"turns":5}', '{"turns":"ab"}', '{"turns":[null,1,"x",[],{}],"open":true}', '{"turns":[{"reply":{"answers":7}}],"open":true}', '{"turns":[{"reply":{"text":1,"answers":[{"html":{}}]}}],"open":true}', '{"open":true,"turns":[{"text":{"a":1}}]}', '{', '"\\ud800"'];
  const values = [...injections.map(stored), ...strange];
  const opened = await page.evaluate(async (values) => {
    let opened = 0;
    for (const [number, value] of values.entries()) {
      const chat = document.createElement('faq-chat');
      chat.setAttribute('partner', number);
      sessionStorage.setItem(chat.storeKey, value);
      document.body.append(chat);
      await chat.open();
      opened += chat.shadowRoot.querySelector('dialog').matches(':popover-open');
      await chat.close();
    }
    return opened;
  }, values);
  assert.equal(opened, values.length);
  assert.deepEqual(await faults(page), []);
});

/** What a page of the service says to a string is read as a browser reads it. */
async function inPages(t, load) {
  const page = await shared.page(t);
  for (const text of injections.filter((one) => one.length < 500)) {
    const foreign = await page.evaluate((pages) => pages.flatMap((html) => {
      const found = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('main :is(script, style, iframe, object, embed, svg, math, base, meta, link, [style]), [onerror], [onclick], [onload], [onfocus], [href^="javascript" i], main img:not([src^="/"]), [autofocus]');
      return [...found].map((one) => one.outerHTML);
    }), await load(text));
    assert.deepEqual(foreign, [], text);
  }
}

test('in the address of a page', async (t) => {
  const get = (path) => fetch(shared.server.url + path, { headers: { Accept: 'text/html' } }).then((response) => response.text());
  await inPages(t, (text) => Promise.all(['/faq?q=', '/ask?q=', '/ask?partner=', '/nothing/'].map((path) => get(path + encodeURIComponent(text)))));
});

test('in a question to the plain form', async (t) => {
  const post = (data) => fetch(`${shared.server.url}/ask`, { method: 'POST', body: new URLSearchParams(data) }).then((response) => response.text());
  await inPages(t, (text) => Promise.all([post({ message: text }), post({ choice: text }), post({ message: 'does it hurt?', conversation: text, partner: text })]));
});

test('a long, broken HTML text is read in no time', async (t) => {
  const page = await shared.page(t);
  const chat = widget(page);
  await replyWith(page, { answers: [answer({ html: '<a "'.repeat(25000) })] });
  await chat.open();
  await chat.ask('x');
});
