// A few answers for the stand-in: one of each kind of reply that the widget can meet.

const nhs = { title: 'Back pain, NHS', url: 'https://www.nhs.uk/conditions/back-pain/' };
const clinic = { title: 'Myofascial release therapy, Cleveland Clinic', url: 'https://my.clevelandclinic.org/health/treatments/24011-myofascial-release-therapy' };

export const topics = [
  { id: 'mfr/what-is', group: 'Myofascial release', title: 'What is myofascial release?', sources: [clinic],
    html: '<p>Myofascial release is a hands-on treatment. It uses slow, mild to moderate pressure and stretching to ease tight muscles and the tissue around them.</p>\n<p>The physiotherapist feels for stiff areas and trigger points, holds a gentle pressure on them, and waits until the tension eases.</p>\n<ul>\n<li>It is done through the skin, mostly without oil.</li>\n<li>You stay dressed as far as the area allows.</li>\n</ul>\n' },
  { id: 'mfr/does-it-hurt', group: 'Myofascial release', title: 'Does myofascial release hurt?', sources: [clinic, nhs],
    html: '<p>It can be tender, but it should not be agony. Many people call it a &quot;good pain&quot;: a strong pressure or pulling that eases as you breathe. You are in charge, and we go lighter or stop when you say so.</p>\n<p>What you may feel:</p>\n<ul>\n<li>pressure, stretching, warmth or a light burning</li>\n<li>a tender spot, which often eases while the hand stays there</li>\n<li>deep calm, or not much at all</li>\n</ul>\n<p>It does not have to hurt to work. If you hold your breath, tense up or count the seconds, it is too much.</p>\n' },
  { id: 'mfr/vs-deep-tissue', group: 'Myofascial release', title: 'Is it the same as deep tissue massage?', sources: [clinic],
    html: '<p>No, they are alike but not the same. Deep tissue massage uses strokes on the deeper layers of muscle. Myofascial release uses held pressure and slow stretching on tight areas and trigger points.</p>\n<p><strong>Deep tissue massage</strong></p>\n<ul>\n<li>Long, firm strokes, mostly with oil</li>\n<li>Relaxes and eases tension in the whole body</li>\n</ul>\n' },
  { id: 'fascia/layers', group: 'Fascia', title: 'What are the layers of fascia?', sources: [],
    html: '<p>Fascia is usually sorted into three layers: superficial, deep and visceral. They differ in where they lie and how tough they are.</p>\n<ul>\n<li><strong>Superficial fascia</strong> lies just under the skin.</li>\n<li><strong>Deep fascia</strong> is firmer. It wraps muscles, bones, nerves and blood vessels.</li>\n<li><strong>Visceral fascia</strong> wraps the organs and holds them in place.</li>\n</ul>\n' },
  { id: 'trigger-points/what-is', group: 'Trigger points', title: 'What is a trigger point?', sources: [],
    html: '<p>A trigger point is a small, very tender spot in a tight band of muscle. Pressing it hurts, and sometimes the pain shows up in another place too.</p>\n<p>It may feel like a pea or a tight string under the skin.</p>\n' },
  { id: 'clinic/prices', group: 'Your visit', title: 'What does it cost?', sources: [],
    html: '<p>The price depends on the kind of visit and how long it takes. Please ask the front desk on 020 7946 0123.</p>\n' },
];

const hello = { topic: 'chat/greeting', title: 'Hello', html: '<p>Hello, and welcome. What would you like to know?</p>', sources: [], reviewed: '' };
const emergency = { topic: 'safety/emergency', title: 'What should I do in a medical emergency?', sources: [{ title: 'When to call 999, NHS', url: 'https://www.nhs.uk/' }],
  html: '<p>Call 999 now and ask for an ambulance. What you describe can be a sign of something that needs help at once.</p>\n<p>While you wait:</p>\n<ul>\n<li><strong>Anyone:</strong> stay with the person. Unlock the door, keep the phone near.</li>\n<li><strong>Chest pain or trouble breathing:</strong> sit down, rest, loosen tight clothes.</li>\n</ul>\n<p>If you need to talk to somebody tonight, Samaritans answer on 116 123.</p>\n' };

const plain = (html) => html.replace(/<li>/g, '- ').replace(/<[^>]+>/g, '').replace(/&quot;/g, '"').trim();
const answerOf = (topic) => ({ topic: topic.topic ?? topic.id, title: topic.title, short: plain(topic.html.split('</p>')[0]), text: plain(topic.html), html: topic.html, sources: topic.sources, reviewed: '2026-11-22', confidence: 0.97 });
const answer = (kind, list, more = {}) => ({ kind, text: list.map((one) => plain(one.html)).join('\n\n'), answers: list.map(answerOf), ...more });
const link = (id) => ({ topic: id, label: topics.find((topic) => topic.id === id).title });
const find = (id) => topics.find((topic) => topic.id === id);

/** @param {{message?: string, choice?: string}} question */
export function replies({ message = '', choice = '' }) {
  const said = String(message).toLowerCase();
  const chosen = find(choice);
  if (chosen) return answer('answer', [chosen], { suggestions: [link('mfr/what-is'), link('clinic/prices')].filter((one) => one.topic !== choice) });
  if (choice === 'none') return { kind: 'unknown', text: 'Sorry. Could you put it in other words? Or leave a message for the front desk.', handoff: true };
  if (/chest|breath|stroke/.test(said)) return answer('urgent', [emergency]);
  if (/^(hi|hello)\b/.test(said)) return answer('answer', [hello]);
  if (/^appointment$/.test(said)) return { kind: 'clarify', text: 'Which of these do you mean?', choices: [link('mfr/does-it-hurt'), link('mfr/vs-deep-tissue')] };
  if (/hurt.*cost/.test(said)) {
    const both = answer('answer', [find('mfr/does-it-hurt'), find('clinic/prices')]);
    return { ...both, text: `${both.text}\n\nI could not answer: "and my cat".`, suggestions: [link('mfr/what-is')] };
  }
  const by = [[/layer|fascia/, 'fascia/layers'], [/trigger/, 'trigger-points/what-is'], [/deep tissue|massage/, 'mfr/vs-deep-tissue'], [/hurt|pain/, 'mfr/does-it-hurt'], [/cost|price/, 'clinic/prices'], [/myofascial|mfr/, 'mfr/what-is']];
  const hit = by.find(([shape]) => shape.test(said));
  if (hit) return answer('answer', [find(hit[1])], { suggestions: [link('mfr/what-is'), link('trigger-points/what-is'), link('clinic/prices')].filter((one) => one.topic !== hit[1]) });
  return { kind: 'unknown', text: 'I do not know that one. You can put it in other words, call 020 7946 0123, or leave a message.', handoff: true, suggestions: [link('mfr/what-is')] };
}
