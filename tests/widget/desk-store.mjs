// What the desk's stand-in knows and does: staff, enquiries, unanswered wordings, knowledge with its history.
import { filesOfRepository, htmlOf, isSure, problemsOf, readabilityOf, reviewOf, sealOf, snapshot, urgentIn } from './desk-knowledge.mjs';
import { parse, change, read, write } from '../../widget/desk/topic-file.js';

export class Refused extends Error {
  constructor(status, detail, body = {}) {
    super(detail);
    Object.assign(this, { status, body });
  }
}

const now = () => new Date().toISOString().replace(/\.\d+/, '');
const clinic = 'Core Fitness Physiotherapy & Pilates';

export function deskStore() {
  const staff = new Map([['Priya', 'editor'], ['Tom', 'staff']].map(([name, role]) => [name, { name, role, password: 'a quiet morning' }]));
  const enquiries = new Map();
  const talks = new Map(); // conversation -> turns
  const unanswered = new Map(); // wording -> what is known of it
  const dismissed = new Map();
  const tests = [];
  const entries = [];
  const publications = [];
  let change_ = 1;
  let current = snapshot(filesOfRepository());
  const versions = new Map([[current.version, current]]);
  const recorded = () => [...new Set([...talks.values()].flat().map(({ wording }) => wording))].slice(-200);
  const log = (by, what, on) => entries.unshift({ at: now(), by, what, on });
  const overdueDay = (topic) => (topic.id === 'clinic/prices' || topic.id === 'mfr/evidence' ? '2026-11-01' : topic.review_by);

  function noteUnanswered(wording, why, shown = [], partner = '') {
    const one = unanswered.get(wording) ?? { wording, times: 0, first: now(), why: new Set(), shown: new Map(), partners: new Set() };
    one.times++;
    one.last = now();
    one.why.add(why);
    if (partner) one.partners.add(partner);
    for (const topic of shown) one.shown.set(topic, (one.shown.get(topic) ?? 0) + 1);
    unanswered.set(wording, one);
  }

  function fromVisitor(what, body) {
    if (what === 'feedback') {
      const turn = talks.get(body.conversation)?.at(-1);
      if (turn && body.helpful === false) noteUnanswered(turn.wording, 'not-helpful', [body.topic]);
      return {};
    }
    if (what === 'enquiries') {
      const reference = `CF-${2001 + enquiries.size}`;
      enquiries.set(reference, { reference, received: now(), name: body.name, contact: body.contact, message: body.message, state: 'new', taken_by: null, version: 1, partner: body.partner ?? '', notes: [], draft: null, conversation: talks.get(body.conversation) ?? [], eyes: new Map() });
      change_++;
      return { reference };
    }
    const reply = current.reply(body.message);
    const conversation = body.conversation || `talk-${talks.size + 1}`;
    talks.set(conversation, [...(talks.get(conversation) ?? []), { at: now(), kind: reply.kind, wording: body.message, topics: reply.topics.map((topic) => ({ topic, title: current.byId.get(topic)?.title ?? topic })) }]);
    if (reply.kind === 'unknown') noteUnanswered(body.message, 'unknown', current.rank(body.message).slice(0, 1).map(({ topic }) => topic), body.partner);
    return { conversation, kind: reply.kind, text: reply.text, answers: reply.topics.map((topic) => current.match(topic)).filter(Boolean), choices: [], suggestions: [], knowledge: current.version };
  }

  function letterOf(text, always = false) {
    const sentences = text.split(/(?<=[.!?])\s+|\n+/).map((one) => one.trim()).filter((one) => one.split(' ').length > 1);
    if (!always && text.split(/\s+/).length <= 20 && sentences.filter((one) => one.endsWith('?')).length < 2) return null;
    const questions = sentences.filter((one) => one.endsWith('?')).map((one) => {
      const [best] = current.rank(one);
      return isSure(best) || best?.confidence > 0.4 ? { text: one, topic: best.topic, title: best.title } : { text: one, topic: null, title: null };
    });
    const greeting = /(?:regards|thanks|wishes),?\s*\n\s*([A-Z]\p{L}+)/u.exec(text)?.[1] ?? '';
    const paragraphs = questions.map(({ text: asked, topic }) => (topic ? current.byId.get(topic).staff.email ?? current.match(topic).short : `[Please answer: ${asked}]`));
    const draft = [greeting ? `Dear ${greeting},` : 'Hello,', 'Thank you for your message.', ...paragraphs, `Kind regards,\nThe front desk\n${clinic}`].join('\n\n');
    return { greeting_name: greeting, questions, draft, draft_html: htmlOf(draft), unanswered: questions.filter(({ topic }) => !topic).map((one) => one.text) };
  }

  const rowOf = (one, whole = false) => ({ reference: one.reference, received: one.received, name: one.name, contact: one.contact, message: whole ? one.message : one.message.slice(0, 200), state: one.state, taken_by: one.taken_by, version: one.version, partner: one.partner, looking: [...one.eyes].filter(([, at]) => Date.now() - at < 30000).map(([name]) => name) });

  function enquiriesOf(query) {
    const state = query.get('state') ?? 'all';
    const q = (query.get('q') ?? '').toLowerCase();
    const all = [...enquiries.values()].reverse();
    const fit = all.filter((one) => (state === 'all' || one.state === state) && (!query.get('taken_by') || one.taken_by === query.get('taken_by')) && (!query.get('partner') || one.partner === query.get('partner')) && (!q || `${one.name} ${one.contact} ${one.message} ${one.reference}`.toLowerCase().includes(q)));
    const from = Number(query.get('after') ?? 0);
    const counts = Object.fromEntries(['new', 'taken', 'answered', 'closed'].map((name) => [name, all.filter((one) => one.state === name).length]));
    return { enquiries: fit.slice(from, from + 25).map((one) => rowOf(one)), ...(fit.length > from + 25 ? { next: String(from + 25) } : {}), counts, change: change_ };
  }

  function move(one, { version, state, take, release }, me) {
    if (version !== one.version) throw new Refused(409, one.taken_by ? `${one.taken_by} took this a moment ago.` : 'Somebody changed this a moment ago.', { now: rowOf(one) });
    if (take) Object.assign(one, { state: 'taken', taken_by: me.name });
    else if (release) Object.assign(one, { state: 'new', taken_by: null });
    else Object.assign(one, { state, taken_by: one.taken_by ?? me.name });
    one.version++;
    change_++;
    log(me.name, one.state, one.reference);
    return rowOf(one);
  }

  function oneEnquiry(method, one, rest, body, me) {
    if (!one) return undefined;
    if (rest === 'notes') return one.notes.push({ by: me.name, at: now(), text: body.text }), change_++, {};
    if (rest === 'draft') return (one.draft = { text: body.text, by: me.name, at: now() }), null;
    if (rest === 'left') return one.eyes.delete(me.name), null;
    if (rest === 'looking') return one.eyes.set(me.name, Date.now()), { looking: rowOf(one).looking.filter((name) => name !== me.name) };
    if (method === 'POST') return move(one, body, me);
    return { ...rowOf(one, true), notes: one.notes, draft: one.draft, conversation: one.conversation, letter: letterOf(one.message, true), looking: rowOf(one).looking.filter((name) => name !== me.name) };
  }

  function groupsOf() {
    const groups = [];
    for (const one of [...unanswered.values()].sort((a, b) => b.times - a.times)) {
      const words = new Set(one.wording.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
      const near = groups.find((group) => [...group.words].some((word) => words.has(word)));
      if (near) near.members.push(one);
      else groups.push({ words, members: [one] });
    }
    return groups.map(({ members }) => ({
      wording: members[0].wording, times: members.reduce((sum, one) => sum + one.times, 0), first: members.map((one) => one.first).sort()[0], last: members.map((one) => one.last).sort().at(-1),
      wordings: members.map(({ wording, times }) => ({ wording, times })), why: [...new Set(members.flatMap((one) => [...one.why]))], partners: [...new Set(members.flatMap((one) => [...one.partners]))],
      shown: [...new Map(members.flatMap((one) => [...one.shown]))].map(([topic, times]) => ({ topic, title: current.byId.get(topic)?.title ?? topic, times })),
    })).sort((a, b) => b.times - a.times);
  }

  function publish(edits, note, me) {
    const { after, ...review } = reviewOf(current, edits, recorded(), tests);
    if (!review.may_be_published) throw new Refused(409, 'This cannot be published yet.', review);
    publications.unshift({ number: publications.length + 1, at: now(), by: me.name, note, version: after.version, files: edits.map(({ file }) => file), changes: edits.map(({ file, bytes }) => ({ file, before: current.files.get(file) ?? null, after: bytes })) });
    current = after;
    versions.set(current.version, current);
    log(me.name, 'published', note);
    return { version: current.version, publication: publications.length };
  }

  function taught({ wordings, topic }) {
    const file = parse(current.files.get(`${topic}.md`));
    change(file, 'questions', [...read(file, 'questions'), ...wordings]);
    return [{ file: `${topic}.md`, seen: sealOf(current.files.get(`${topic}.md`)), bytes: write(file) }];
  }

  function unansweredAct(what, body, me) {
    if (what === 'handled') return { handled: [...dismissed.values()].map(({ wording, by, at }) => ({ wording, times: 1, how: 'dismissed', topic: null, by, at })) };
    if (what === 'reopen') return body.wordings.forEach((one) => (unanswered.set(one, dismissed.get(one).kept), dismissed.delete(one))), null;
    if (what === 'dismiss') return body.wordings.forEach((wording) => (dismissed.set(wording, { wording, by: me.name, at: now(), kept: unanswered.get(wording) }), unanswered.delete(wording))), null;
    editorsOnly(me);
    if (what === 'new-topic') return { file: `${body.id}.md`, bytes: `---\ntitle: ${body.title}\nquestions:\n${body.wordings.map((one) => `  - ${JSON.stringify(one)}\n`).join('')}see_also: []\nreviewed: ${now().slice(0, 10)}\n---\nWrite the short answer here.\n` };
    if (!body.publish) return { ...reviewOf(current, taught(body), recorded(), tests), after: undefined };
    const done = publish(taught(body), `Taught: ${body.wordings[0]}`, me);
    for (const message of body.wordings) tests.push({ message, expected: body.topic }), unanswered.delete(message);
    return done;
  }

  const editorsOnly = (me) => {
    if (me.role !== 'editor') throw new Refused(403, 'Only editors may do this. Please ask one.');
  };
  const today = () => now().slice(0, 10);

  function knowledgeAct(method, what, body, query, me) {
    if (what === '') {
      const topics = current.topics.map((topic) => ({ id: topic.id, title: topic.title, group: topic.group, reviewed: topic.reviewed, review_by: overdueDay(topic), overdue: Boolean(overdueDay(topic)) && overdueDay(topic) < today(), questions: topic.questions.length }));
      return { version: current.version, topics: topics.sort((a, b) => Number(b.overdue) - Number(a.overdue)), files: [...current.files.keys()].filter((name) => name.endsWith('.yaml')) };
    }
    if (what === 'file') {
      const bytes = current.files.get(query.get('name'));
      return bytes === undefined ? undefined : { name: query.get('name'), bytes, seal: sealOf(bytes), readability: readabilityOf(bytes), html: htmlOf(parse(bytes)?.body ?? '') };
    }
    if (what === 'preview') return { html: htmlOf(parse(body.bytes)?.body ?? ''), short: '', readability: readabilityOf(body.bytes), problems: problemsOf(body.name, body.bytes, new Map([...current.files, [body.name, '']])) };
    if (what === 'ask') return versions.has(body.version) ? versions.get(body.version).reply(body.message) : undefined;
    if (what === 'history') return { publications: publications.map(({ changes: _, ...rest }) => rest) };
    if (what.startsWith('history/')) return publications.find(({ number }) => String(number) === what.slice(8));
    editorsOnly(me);
    if (what === 'review') return { ...reviewOf(current, body.edits, recorded(), tests, body.try), after: undefined };
    if (what === 'publish') return publish(body.edits, body.note, me);
    const old = publications.find(({ number }) => number === body.number);
    return publish(old.changes.map(({ file, before, after }) => ({ file, seen: after && sealOf(after), bytes: before })), `Undone: ${old.note}`, me);
  }

  function figuresOf(query) {
    const days = [];
    for (let at = Date.parse(query.get('from')); at <= Date.parse(query.get('to')); at += 864e5) {
      const wave = 30 + Math.round(14 * Math.sin(at / 2e8)) - (new Date(at).getUTCDay() % 6 ? 0 : 16);
      days.push({ day: new Date(at).toISOString().slice(0, 10), answer: wave, clarify: Math.round(wave / 6), unknown: Math.round(wave / 9), urgent: at % 3 === 0 ? 1 : 0 });
    }
    const topics = current.topics.filter((_, at) => at % 14 === 0).slice(0, 12).map((topic, at) => ({ topic: topic.id, title: topic.title, times: 140 - at * 11, helpful: 30 - 2 * at, unhelpful: at }));
    return { days, topics, hours: Array.from({ length: 24 }, (_, hour) => Math.max(0, Math.round(60 - 6 * Math.abs(hour - 13)))), weekdays: [92, 88, 75, 80, 66, 31, 24], partners: [{ partner: '', times: 640 }, { partner: 'studio', times: 82 }], total: {} };
  }

  const partners = [{ id: 'studio', name: 'Studio Lind' }];
  const links = new Map();
  const partnersNow = () => partners.map((one) => ({ ...one, link: links.get(one.id) ?? null }));
  function linkAct([id, what], me) {
    if (what === 'revoke') return links.delete(id) ? null : undefined;
    links.set(id, { made: now(), by: me.name });
    return { path: `/partner/${id}` };
  }

  function act(method, path, body, query, me) {
    const [room, ...rest] = path.split('/');
    const what = rest.join('/');
    if (room === 'answer') {
      const urgent = urgentIn(body.text) ? [{ topic: 'safety/emergency', title: 'Chest pain', say: 'Please call 999 now, or have somebody drive you to the nearest emergency department. Do not wait for an appointment with us.' }] : [];
      const letter = letterOf(body.text);
      const ids = letter ? [...new Set(letter.questions.map(({ topic }) => topic).filter(Boolean))] : [];
      return { urgent, matches: letter ? ids.map((id) => current.match(id)) : current.rank(body.text).slice(0, 8), letter };
    }
    if (room === 'topics') return current.match(what) || undefined;
    if (room === 'suggest') return { suggestions: current.rank(query.get('q')).slice(0, 8).map(({ topic, title }) => ({ topic, label: title })) };
    if (room === 'enquiries') return what ? oneEnquiry(method, enquiries.get(decodeURIComponent(rest[0])), rest[1], body, me) : enquiriesOf(query);
    if (room === 'changes') return { change: change_, new: [...enquiries.values()].filter((one) => one.state === 'new').length };
    if (room === 'unanswered') return what ? unansweredAct(what, body, me) : { groups: groupsOf() };
    if (room === 'knowledge') return knowledgeAct(method, what, body, query, me);
    if (room === 'figures') return figuresOf(query);
    if (room === 'partners') return method === 'GET' ? { partners: partnersNow() } : (editorsOnly(me), linkAct(rest, me));
    if (room === 'audit') return editorsOnly(me), { entries };
    if (room === 'erase') {
      editorsOnly(me);
      const gone = [...enquiries.values()].filter(({ contact }) => contact === body.contact);
      gone.forEach(({ reference }) => enquiries.delete(reference));
      change_++;
      return { enquiries: gone.length, wordings: 0 };
    }
    return undefined;
  }

  return { staff, log, act, fromVisitor, me: (name) => ({ name, role: staff.get(name).role, clinic, signature: 'The front desk', partners, knowledge: current.version }) };
}
