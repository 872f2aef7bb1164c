// A browser and a server for the tests: the built service where FAQBOT_URL names one, else the stand-in.
import { chromium } from 'playwright-core';
import { standIn } from './stand-in.mjs';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const launch = () => chromium.launch({ executablePath, args });

/** @param {Parameters<typeof standIn>[0]} [options] */
export async function service(options) {
  if (process.env.FAQBOT_URL) return { url: process.env.FAQBOT_URL, close: async () => {} };
  return standIn(options);
}

/** The widget of a page and its parts. */
export function widget(page, which = 0) {
  const host = page.locator('faq-chat').nth(which);
  const part = (name) => host.locator(`[part="${name}"]`);
  return {
    host,
    part,
    panel: part('panel'),
    launcher: part('launcher'),
    input: part('input'),
    log: part('log'),
    messages: part('message'),
    lastAnswer: host.locator('.turn.clinic').last(),
    async open() {
      await part('launcher').click();
      await part('panel').waitFor();
    },
    async ask(text) {
      const before = await host.locator('.turn.clinic').count();
      await part('input').fill(text);
      await part('input').press('Enter');
      await host.locator('.turn.clinic').nth(before).waitFor();
    },
  };
}
