// The front desk for the tests: the built program where FAQBOT names it, else the stand-in; and the data in it,
// which comes in at the public doors in both.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deskStandIn } from './desk-stand-in.mjs';

const knowledge = fileURLToPath(new URL('../../knowledge', import.meta.url));

/** An editor and one who is none. */
export const people = { editor: { name: 'Priya', password: 'a quiet morning' }, staff: { name: 'Tom', password: 'a quiet morning' } };

export async function deskService() {
  if (!process.env.FAQBOT) return deskStandIn();
  const folder = mkdtempSync(join(tmpdir(), 'faqbot-desk-'));
  cpSync(knowledge, join(folder, 'knowledge'), { recursive: true });
  cpSync(fileURLToPath(new URL('partners.yaml', import.meta.url)), join(folder, 'knowledge/partners.yaml'));
  const store = ['--knowledge', join(folder, 'knowledge'), '--data', join(folder, 'data')];
  for (const [role, { name, password }] of Object.entries(people)) {
    execFileSync(process.env.FAQBOT, ['staff', 'add', name, ...(role === 'editor' ? ['--editor'] : []), '--password-stdin', ...store.slice(2)], { input: `${password}\n`, stdio: ['pipe', 'ignore', 'inherit'] });
  }
  const url = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(process.env.FAQBOT, ['serve', '--listen', url.slice(7), '--rate', '0', ...store], { stdio: ['ignore', 'ignore', 'inherit'] });
  process.on('exit', () => child.kill());
  const gone = once(child, 'exit');
  const close = async () => {
    child.kill();
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; !(await fetch(`${url}/readyz`).catch(() => ({}))).ok; tries++) {
    if (child.exitCode !== null || tries > 600) throw new Error(`${process.env.FAQBOT} does not serve`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url, close };
}

async function freePort() {
  const socket = createServer();
  await new Promise((resolve) => socket.listen(0, '127.0.0.1', resolve));
  const { port } = socket.address();
  await new Promise((resolve) => socket.close(resolve));
  return port;
}

const post = async (url, path, body, headers = {}) => {
  const response = await fetch(url + path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return { headers: response.headers, reply: response.status === 204 ? {} : await response.json() };
};

/** What a visitor does. @param {string} url */
export const visitor = (url) => ({
  ask: async (message, conversation, partner) => (await post(url, '/api/ask', { message, conversation, partner })).reply,
  enquire: async (enquiry) => (await post(url, '/api/enquiries', { consent: true, ...enquiry })).reply.reference,
  refuse: (conversation, topic) => post(url, '/api/feedback', { conversation, topic, helpful: false }),
});

/** Somebody at another desk, by requests alone. @param {string} url @param {{name: string, password: string}} who */
export async function colleague(url, who) {
  const { headers, reply } = await post(url, '/api/desk/sign-in', who);
  const own = { Cookie: headers.get('set-cookie').split(';')[0], 'X-Faqbot-Desk': reply.csrf };
  return {
    post: async (path, body = {}) => (await post(url, `/api/desk/${path}`, body, own)).reply,
    get: async (path) => (await fetch(`${url}/api/desk/${path}`, { headers: own })).json(),
  };
}

export const letter = `Hello,

my doctor told me to try myofascial release for my stiff shoulder. Does it hurt? How many sessions will I need? And could my parrot Kiki watch from the windowsill?

Best regards,
Maria`;

/** A question that no topic answers. */
export const unknown = 'may my parrot watch';

/** Enquiries and questions without an answer. @param {string} url */
export async function fillWithSamples(url) {
  const { ask, enquire } = visitor(url);
  const { conversation } = await ask('does it hurt');
  await ask('is parking for a horse carriage possible', conversation);
  for (const words of [unknown, 'can my parrot come along and watch', unknown, unknown, 'can i borrow a canoe']) await ask(words);
  await enquire({ name: 'Jonas Weber', contact: '07700 900456', message: 'I slipped on the stairs last week. Is it too early to come? And do you treat ankles?' });
  await enquire({ name: 'Amara Okafor', contact: 'amara@example.org', message: 'Do you have an appointment on Thursday after five? I would come with my daughter (9), who sits badly at her desk.' });
  await enquire({ name: 'Ellen Sharp', contact: 'ellen.sharp@example.com', message: 'Does it hurt? How many sessions will I need? And may my parrot watch?', conversation });
}
