// What a visitor can do in the chat.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fulfil, questions, replyWith, sent, widget } from './browser.mjs';
import { harness } from './harness.mjs';

const shared = harness({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a question gets its answer: short first, the detail behind "more", sources and the review date', async (t) => {
  const page = await shared.page(t);
  const chat = widget(page);
  await chat.open();
  await chat.ask(questions.answer);
  await assert.match(await chat.last.locator('h3').textContent(), /hurt/i);
  assert.equal(await chat.last.locator('.detail').isVisible(), false);
  await chat.last.getByText('More about this').click();
  assert.equal(await chat.last.locator('.detail').isVisible(), true);
  await chat.last.getByText(/^Sources \(\d\) · Reviewed 22 Nov 2026$/).click();
  const link = chat.last.locator('.sources a').first();
  assert.match(await link.getAttribute('href'), /^https:/);
  assert.equal(await link.getAttribute('rel'), 'noopener noreferrer');
});

test('however long it grows, the head and the line to type in stay, and the question stands on top', async (t) => {
  const page = await shared.page(t);
  const chat = widget(page);
  await chat.open();
  const place = async () => [await chat.part('close').boundingBox(), await chat.part('send').boundingBox()];
  const before = await place();
  for (const question of [questions.answer, questions.figure, questions.clarify, questions.answer]) await chat.ask(question);
  assert.deepEqual(await place(), before);
  const [log, asked] = await Promise.all([chat.log.boundingBox(), chat.host.locator('.you').last().boundingBox()]);
  assert.ok(asked.y >= log.y && asked.y < log.y + 40, `${asked.y} in ${log.y}`);
});

test('the conversation value of a reply goes along with the next question', async (t) => {
  const page = await shared.page(t);
  const bodies = sent(page, '/api/ask');
  const chat = widget(page);
  await chat.open();
  await chat.ask(questions.answer);
  await chat.ask('and how much is it?');
  assert.deepEqual(bodies[0], { message: questions.answer });
  assert.ok(bodies[1].conversation.length > 3);
});

test('suggestions are buttons that answer their topic, and go when the next question is asked', async (t) => {
  const page = await shared.page(t);
  const bodies = sent(page, '/api/ask');
  const chat = widget(page);
  await chat.open();
  await chat.ask(questions.answer);
  const suggestion = chat.part('suggestion').first();
  const label = await suggestion.textContent();
  await suggestion.click();
  await chat.host.locator('.you', { hasText: label }).waitFor();
  assert.match(bodies[1].choice, /^[a-z-]+\/[a-z-]+$/);
  assert.equal(bodies[1].message, undefined);
  await chat.host.locator('.turn.clinic').nth(2).waitFor();
  assert.ok((await chat.part('suggestion').count()) <= 4, 'the old ones are gone');
});

test('a clarifying question has its choices as buttons, and "none of these"', async (t) => {
  const page = await shared.page(t);
  const bodies = sent(page, '/api/ask');
  const chat = widget(page);
  await chat.open();
  await chat.ask(questions.clarify);
  const labels = await chat.part('choice').allTextContents();
  assert.ok(labels.length >= 3);
  assert.equal(labels.at(-1), 'None of these');
  assert.doesNotMatch(await chat.last.textContent(), new RegExp(labels[0].slice(0, 20)), 'what is a button is not listed too');
  await chat.part('choice').last().click();
  await chat.host.locator('.turn.clinic').nth(2).waitFor();
  assert.equal(bodies[1].choice, 'none');
});

test('an urgent reply looks urgent, is shown whole, and its numbers can be called', async (t) => {
  const page = await shared.page(t);
  const chat = widget(page);
  await chat.open();
  await chat.ask(questions.urgent);
  const urgent = chat.host.locator('.urgent');
  await urgent.getByRole('heading', { name: 'Please get help now' }).waitFor();
  assert.equal(await urgent.locator('.more').count(), 0);
  assert.match(await urgent.locator('a[href^="tel:"]').first().getAttribute('href'), /^tel:\d{3}$/);
});

test('telephone numbers in a text become links; dates, ages and ranges do not', async (t) => {
  const page = await shared.page(t);
  const chat = widget(page);
  const rows = [
    ['Call 999 now.', 'urgent', ['tel:999']],
    ['Samaritans: 116 123, at any time.', 'urgent', ['tel:116123']],
    ['Over 50, or for 24 hours, or 0 to 10.', 'urgent', []],
    ['Ring +44 1632 960001 or (020) 7946-0123.', 'unknown', ['tel:+441632960001', 'tel:02079460123']],
    ['Reviewed on 2026-11-22, 147 answers, 6-8 weeks.', 'unknown', []],
    ['Reviewed on 2026-11-22.', 'urgent', []],
    ['Write to desk@clinic.example.', 'unknown', ['mailto:desk@clinic.example']],
    ['See https://clinic.example/visit.', 'unknown', ['https://clinic.example/visit']],
  ];
  await chat.open();
  for (const [text, kind, links] of rows) {
    await page.unroute('**/api/ask');
    await replyWith(page, { kind, text });
    await chat.ask('anything');
    const found = await chat.last.locator('a').evaluateAll((all) => all.map((one) => one.href));
    assert.deepEqual(found, links, text);
  }
});

test('several answers in one reply each have their title, and what was not understood is named', async (t) => {
  const page = await shared.page(t);
  const chat = widget(page);
  const one = (topic, title, text) => ({ topic, title, short: text, text, html: `<p>${text}</p>`, sources: [], reviewed: '2026-11-22' });
  await replyWith(page, {
    text: 'It may be tender.\n\nIt is 40.\n\nI could not answer: "and my cat".',
    answers: [one('mfr/does-it-hurt', 'Does it hurt?', 'It may be tender.'), one('clinic/prices', 'What does it cost?', 'It is 40.')],
  });
  await chat.open();
  await chat.ask('does it hurt, what is it, and my cat');
  assert.deepEqual(await chat.last.locator('h3').allTextContents(), ['Does it hurt?', 'What does it cost?']);
  const text = await chat.last.textContent();
  assert.match(text, /I could not answer: "and my cat"\./);
  assert.equal(text.split('It may be tender').length, 2, 'said once');
});

test('a topic with a figure shows it, described in words', async (t) => {
  const page = await shared.page(t);
  const chat = widget(page);
  await chat.open();
  await chat.ask(questions.figure);
  await chat.last.locator('figure svg path').first().waitFor();
  assert.match(await chat.last.locator('figcaption').textContent(), /skin, superficial fascia with fat, deep fascia, muscle/);
});

test('a vote is sent at once, a comment after it without personal numbers', async (t) => {
  const page = await shared.page(t);
  const votes = sent(page, '/api/feedback');
  const chat = widget(page);
  await chat.open();
  await chat.ask(questions.answer);
  await chat.last.getByRole('button', { name: 'No', exact: true }).click();
  await chat.last.getByText('Thank you for telling us.').waitFor();
  assert.equal(await chat.last.getByRole('button', { name: 'No', exact: true }).getAttribute('aria-pressed'), 'true');
  await chat.last.getByLabel('What could be better?').fill('ring me on 07700 900123');
  await chat.last.getByRole('button', { name: 'Send' }).click();
  await chat.last.locator('.after form').waitFor({ state: 'detached' });
  assert.equal(votes[0].helpful, false);
  assert.equal(votes[0].topic, 'mfr/does-it-hurt');
  assert.ok(votes[0].conversation);
  assert.equal(votes[0].message, questions.answer, 'what did not help is learnt from');
  assert.equal(votes[1].comment, 'ring me on […]');
});

test('of a question that was answered well, nothing is sent along with the vote', async (t) => {
  const page = await shared.page(t);
  const votes = sent(page, '/api/feedback');
  const chat = widget(page);
  await chat.open();
  await chat.ask(questions.answer);
  await chat.last.getByRole('button', { name: 'Yes' }).click();
  await chat.last.getByText('Thank you for telling us.').waitFor();
  assert.deepEqual(Object.keys(votes[0]).sort(), ['conversation', 'helpful', 'topic']);
});

test('a vote that cannot be sent says so', async (t) => {
  const page = await shared.page(t, { prepare: (page) => page.route('**/api/feedback', (route) => fulfil(route, 503, {})) });
  const chat = widget(page);
  await chat.open();
  await chat.ask(questions.answer);
  await chat.last.getByRole('button', { name: 'Yes' }).click();
  await chat.last.getByText('That could not be sent. Please try again.').waitFor();
});

test('the form for the front desk asks for consent, names what is missing, and shows the reference', async (t) => {
  const page = await shared.page(t);
  const enquiries = sent(page, '/api/enquiries');
  const chat = widget(page);
  await chat.open();
  await chat.ask(questions.unknown);
  await chat.host.getByRole('button', { name: 'Leave a message' }).last().click();
  const form = chat.host.getByRole('form', { name: 'Leave a message for the front desk' });
  assert.equal(await form.getByLabel('Your message').inputValue(), questions.unknown, 'the question comes along');
  await form.getByRole('button', { name: 'Send' }).click();
  assert.equal(await form.getByText('This is needed to answer you.').locator('visible=true').count(), 3);
  assert.equal(await form.getByLabel('Your name').evaluate((field) => field.getRootNode().activeElement === field), true);
  assert.equal(enquiries.length, 0);
  await form.getByLabel('Your name').fill('Ada');
  await form.getByLabel('Phone number or e-mail').fill('tomorrow');
  await form.getByRole('checkbox').check();
  await form.getByRole('button', { name: 'Send' }).click();
  assert.equal(await form.getByLabel('Phone number or e-mail').getAttribute('aria-invalid'), 'true', 'nobody can be reached there');
  assert.equal(enquiries.length, 0);
  await form.getByLabel('Phone number or e-mail').fill('ada@example.org');
  await form.getByRole('button', { name: 'Send' }).click();
  await chat.host.getByText(/Your reference: [A-Z\d-]{6,}/).waitFor();
  const { conversation, key, ...rest } = enquiries[0];
  assert.ok(key);
  assert.deepEqual(rest, { name: 'Ada', contact: 'ada@example.org', message: questions.unknown, consent: true });
  assert.ok(conversation);
});

test('a message for the front desk that cannot be sent stays in the form, and is the same one when sent again', async (t) => {
  const page = await shared.page(t);
  const enquiries = sent(page, '/api/enquiries');
  await page.route('**/api/enquiries', (route) => fulfil(route, 503, {}), { times: 1 });
  const chat = widget(page);
  await chat.open();
  await chat.menu('Leave a message');
  const form = chat.host.getByRole('form');
  for (const [label, text] of [['Your name', 'Ada'], ['Phone number', 'ada@example.org'], ['Your message', 'Hello']]) await form.getByLabel(label).fill(text);
  await form.getByRole('checkbox').check();
  await form.getByRole('button', { name: 'Send' }).click();
  await form.getByRole('alert').getByText('That could not be sent').waitFor();
  assert.equal(await form.getByLabel('Your message').inputValue(), 'Hello');
  await form.getByRole('button', { name: 'Send' }).click();
  await chat.host.getByText('Your reference:').waitFor();
  assert.equal(enquiries[1].key, enquiries[0].key);
});

test('"tell me more": where the reply is the detail, it is open', async (t) => {
  const page = await shared.page(t);
  const chat = widget(page);
  const detail = 'The detail goes on for quite a while, so that it would be folded away if it were not what was asked for; and here it is, in full.';
  const one = { topic: 'mfr/pressure', title: 'Pressure', short: 'In short.', text: `In short.\n\n${detail}`, html: `<p>In short.</p><p>${detail}</p>`, sources: [], reviewed: '2026-11-22' };
  await chat.open();
  for (const [text, open] of [['In short.', false], [detail, true]]) {
    await page.unroute('**/api/ask');
    await replyWith(page, { text, answers: [one] });
    await chat.ask('more');
    assert.equal(await chat.last.getByText(detail).isVisible(), open);
  }
});

test('the conversation can be copied as text with its sources', async (t) => {
  const page = await shared.page(t);
  const chat = widget(page);
  await chat.open();
  await chat.ask(questions.answer);
  await chat.menu('Copy conversation');
  await chat.host.getByRole('status').getByText('Copied.').waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /^Conversation of /);
  assert.match(text, /You asked:\ndoes it hurt\?/);
  assert.match(text, /Answer:\nIt can be tender/);
  assert.match(text, /\[.+: https:\/\/.+\]/);
});

test('the conversation can be printed by itself', async (t) => {
  const page = await shared.page(t);
  const chat = widget(page);
  await chat.open();
  await chat.ask(questions.answer);
  await page.evaluate(() => {
    const append = ShadowRoot.prototype.append;
    ShadowRoot.prototype.append = function (...nodes) {
      append.apply(this, nodes);
      const frame = nodes.find((node) => node.localName === 'iframe');
      if (frame) frame.contentWindow.print = () => (window.printed = frame.contentDocument.body.textContent);
    };
  });
  await chat.menu('Print conversation');
  const printed = await page.evaluate(() => window.printed);
  assert.match(printed, /does it hurt\?/);
  assert.doesNotMatch(printed, /For partners/, 'nothing of the page around it');
});

test('"start again" forgets the conversation', async (t) => {
  const page = await shared.page(t);
  const bodies = sent(page, '/api/ask');
  const chat = widget(page);
  await chat.open();
  await chat.ask(questions.answer);
  await chat.menu('Start again');
  assert.equal(await chat.host.locator('.you').count(), 0);
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  await chat.ask(questions.answer);
  assert.equal(bodies[1].conversation, undefined);
});

test('the conversation survives a change of page, open as it was, and goes on where it stood', async (t) => {
  const page = await shared.page(t);
  const bodies = sent(page, '/api/ask');
  await widget(page).open();
  await widget(page).ask(questions.answer);
  await page.goto(`${shared.server.url}/?second`);
  const chat = widget(page);
  await chat.host.locator('.you', { hasText: questions.answer }).waitFor();
  assert.equal(await chat.panel.isVisible(), true);
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'body', 'the focus is not taken');
  assert.ok((await chat.part('suggestion').count()) > 0);
  await chat.ask(questions.unknown);
  assert.ok(bodies[1].conversation);
});

test('a closed chat stays closed on the next page, and still remembers', async (t) => {
  const page = await shared.page(t);
  await widget(page).open();
  await widget(page).ask(questions.answer);
  await widget(page).part('close').click();
  await page.goto(`${shared.server.url}/?second`);
  const chat = widget(page);
  await chat.launcher.waitFor();
  assert.equal(await chat.panel.count(), 0);
  await chat.open();
  await chat.host.locator('.you', { hasText: questions.answer }).waitFor();
});

test('nothing is stored before the first question, and never a cookie', async (t) => {
  const page = await shared.page(t);
  const chat = widget(page);
  await chat.open();
  await chat.input.fill('half a thought');
  await chat.part('close').click();
  const stores = () => page.evaluate(async () => [sessionStorage.length, localStorage.length, document.cookie, (await indexedDB.databases()).length, (await caches.keys()).length]);
  assert.deepEqual(await stores(), [0, 0, '', 0, 0]);
  await chat.open();
  await chat.ask(questions.answer);
  assert.deepEqual(await stores(), [1, 0, '', 0, 0]);
  assert.deepEqual(await page.context().cookies(), []);
});

test('a page may open, ask and close, and say no to each', async (t) => {
  const page = await shared.page(t);
  const chat = widget(page);
  await chat.launcher.waitFor();
  const heard = await page.evaluate(async () => {
    const chat = document.querySelector('faq-chat');
    const heard = [];
    for (const type of ['open', 'opened', 'send', 'reply', 'close', 'closed']) document.addEventListener(`faq-${type}`, () => heard.push(type));
    const answered = new Promise((resolve) => document.addEventListener('faq-reply', resolve, { once: true }));
    await chat.ask('does it hurt?');
    await answered;
    await chat.close();
    return heard;
  });
  assert.deepEqual(heard, ['open', 'opened', 'send', 'reply', 'close', 'closed']);
  const refused = await page.evaluate(async () => {
    const chat = document.querySelector('faq-chat');
    chat.addEventListener('faq-open', (event) => event.preventDefault(), { once: true });
    await chat.open();
    const stayedShut = !chat.shadowRoot.querySelector('dialog').matches(':popover-open');
    chat.addEventListener('faq-send', (event) => event.preventDefault(), { once: true });
    const before = chat.shadowRoot.querySelectorAll('.you').length;
    await chat.ask('does it hurt?');
    return stayedShut && chat.shadowRoot.querySelectorAll('.you').length === before;
  });
  assert.equal(refused, true);
});

test('attributes choose greeting, opening questions, corner and language', async (t) => {
  const page = await shared.page(t);
  const html = `<!doctype html><html lang="en"><title>p</title><faq-chat greeting="Good day." openings="Does it hurt?|What does it cost?" position="start" lang="de"></faq-chat><script src="${shared.server.url}/widget.js" async></script>`;
  await page.goto(shared.server.site.page(html));
  const chat = widget(page);
  assert.equal(await chat.launcher.textContent(), 'Fragen Sie uns');
  await chat.open();
  assert.ok((await chat.panel.boundingBox()).x < 100);
  await chat.host.getByText('Good day.').waitFor();
  assert.deepEqual(await chat.part('suggestion').allTextContents(), ['Does it hurt?', 'What does it cost?']);
  assert.equal(await chat.input.getAttribute('placeholder'), 'Ihre Frage');
});

test('inline, the chat stands in the page where its button stood', async (t) => {
  const page = await shared.page(t);
  const html = `<!doctype html><html lang="en"><title>p</title><main style="width:30em;margin-top:5em"><faq-chat inline><a href="${shared.server.url}/ask">Ask</a></faq-chat></main><script src="${shared.server.url}/widget.js" async></script>`;
  await page.goto(shared.server.site.page(html));
  const chat = widget(page);
  const button = await chat.launcher.boundingBox();
  await chat.open();
  const panel = await chat.panel.boundingBox();
  assert.equal(Math.round(panel.x), Math.round(button.x));
  assert.equal(Math.round(panel.y), Math.round(button.y));
  await chat.ask(questions.answer);
});
