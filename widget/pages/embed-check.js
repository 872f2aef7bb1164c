// The partner's check: asks the service about an origin and shows each fault with its mend.
import { h } from '../dom.js';

const form = /** @type {HTMLFormElement} */ (document.getElementById('check'));
const field = /** @type {HTMLInputElement} */ (document.getElementById('origin'));
const partner = /** @type {HTMLInputElement} */ (document.getElementById('partner'));
const findings = /** @type {HTMLElement} */ (document.getElementById('findings'));
const policy = /** @type {HTMLElement} */ (document.getElementById('policy'));

policy.textContent = `script-src ${location.origin}; connect-src ${location.origin}`;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void check();
});

async function check() {
  const { origin } = new URL(field.value);
  findings.replaceChildren(h('p', {}, 'Checking …'));
  try {
    const response = await fetch(`/embed-check?${new URLSearchParams({ origin, partner: partner.value.trim() })}`, { headers: { Accept: 'application/json' } });
    const { faults = [] } = await response.json();
    findings.replaceChildren(faults.length ? list(faults) : h('p.good', {}, `Nothing keeps the chat from working on ${origin}.`));
  } catch {
    findings.replaceChildren(h('p', {}, 'The check could not be made. Please try again.'));
  }
}

/** @param {{code: string, text: string, mend: string}[]} faults */
function list(faults) {
  return h('ul.faults', {}, ...faults.map(({ code, text, mend }) =>
    h('li', {}, h('p', {}, h('code', {}, code), ` ${text}`), h('p', {}, mend))));
}
