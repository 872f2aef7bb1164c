// The sign-in page.
import { signInForm } from './sign-in-form.js';
import { messages } from './ui.js';

const place = /** @type {HTMLElement} */ (document.getElementById('form'));
const wanted = new URLSearchParams(location.search).get('next') ?? '';
// Only into the desk: an address from outside must not lead elsewhere.
const next = /^\/desk(\/[a-z]+)?$/.test(wanted) ? wanted : '/desk';

place.replaceChildren(signInForm(() => location.replace(next + location.hash)));
document.body.append(messages());
place.querySelector('input')?.focus();
