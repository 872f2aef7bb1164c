// Making elements without markup: text stays text, and no style or handler ever becomes an attribute.

/**
 * @param {string} tag name, with classes after dots: "div.bar.wide"
 * @param {Record<string, unknown>} [props] `on…` functions become listeners, true an empty attribute,
 *   false, null and undefined nothing, the rest attributes
 * @param {...(Node|string|null|undefined|false)} children
 * @returns {any} typed loosely, so that callers need no cast for the element's own properties
 */
export function h(tag, props = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name);
  if (classes.length) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(key.slice(2), /** @type {EventListener} */ (value));
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false && value != null) element.setAttribute(key, String(value));
  }
  element.append(.../** @type {(Node|string)[]} */ (children.filter(Boolean)));
  return element;
}

/**
 * A button that submits nothing.
 * @param {Record<string, unknown>} props
 * @param {...(Node|string)} children
 * @returns {HTMLButtonElement}
 */
export function button(props, ...children) {
  return h('button', { type: 'button', ...props }, ...children);
}

const shapes = {
  close: 'M6 6l12 12M18 6L6 18',
  menu: 'M4.5 12h1M11.5 12h1M18.5 12h1',
  send: 'M12 19V5M6 11l6-6 6 6',
  thumb: 'M7 11v9H4v-9zl4-7q2.5 0 2.5 3v3h5q2 0 1.8 2l-1.3 6.5q-.4 1.5-2 1.5H7',
  warn: 'M12 4 2.5 20h19zM12 10v4M12 17h.01',
};

/**
 * @param {keyof typeof shapes} name
 * @param {string} [more] a class
 */
export function icon(name, more = '') {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `icon ${more}`);
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', shapes[name]);
  svg.append(path);
  return svg;
}
