// A partner's colours, made readable: contrast is measured on what the browser computed.

/** @typedef {number[]} Colour red, green, blue from 0 to 1 */

const readable = 4.5; // WCAG 2.2, 1.4.3

// What a theme may set, and the CSS property that says whether its value is one.
/** @type {Record<string, string>} */
const settable = { accent: 'color', surface: 'color', ink: 'color', font: 'font-family', radius: 'width', width: 'width', height: 'width' };

/**
 * Takes a theme from partners.yaml; what the page itself sets wins.
 * @param {HTMLElement} host
 * @param {Record<string, string>} [theme]
 */
export function adoptTheme(host, theme = {}) {
  const set = getComputedStyle(host);
  for (const [key, kind] of Object.entries(settable)) {
    const name = `--faq-${key}`;
    const value = theme[key] ?? theme[name];
    if (value && !set.getPropertyValue(name) && CSS.supports(kind, value)) host.style.setProperty(name, value);
  }
}

/**
 * Works the readable colours out of the chosen ones.
 * @param {HTMLElement} panel holds --ground, --text and --brand as chosen or by default
 * @param {HTMLElement} launcher
 */
export function makeReadable(panel, launcher) {
  // One element carries all four, so that the browser works its styles out once.
  const probe = panel.appendChild(document.createElement('i'));
  const style = /** @type {any} */ (probe.style);
  style.forcedColorAdjust = 'none'; // what was chosen, where the visitor's own colours take its place, too
  const chosen = { color: '--ground', backgroundColor: '--text', outlineColor: '--brand', textDecorationColor: '--faq-accent, #0e6a61' };
  for (const [property, name] of Object.entries(chosen)) {
    style[property] = `color-mix(in srgb, var(${name}), var(${name}))`; // one notation for every colour space
  }
  const computed = /** @type {any} */ (getComputedStyle(probe));
  /** @type {Colour[]} */
  const [ground, text, brand, fill] = Object.keys(chosen).map((property) =>
    (computed[property].match(/[\d.e-]+(?=[ )])/g) ?? []).slice(0, 3).map(Number),
  );
  probe.remove();
  // Where a partner chose one of the two only, the other may not fit it.
  const ink = contrast(text, ground) < readable ? inkFor(ground) : text;
  let link = brand;
  for (let share = 0; share < 1 && contrast(link, ground) < readable; share += 0.1) {
    link = brand.map((part, at) => part + (ink[at] - part) * share);
  }
  const worked = { '--fill': fill, '--on-fill': inkFor(fill), '--fg': ink, '--link': link };
  for (const [name, colour] of Object.entries(worked)) {
    for (const element of [panel, launcher]) element.style.setProperty(name, `color(srgb ${colour.join(' ')})`);
  }
}

/** @param {Colour} colour */
function luminance(colour) {
  const [red, green, blue] = colour.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * @param {Colour} one
 * @param {Colour} other
 */
export function contrast(one, other) {
  const lights = [luminance(one), luminance(other)];
  return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
}

/**
 * Black or white: one of them is always readable.
 * @param {Colour} ground
 * @returns {Colour}
 */
const inkFor = (ground) => (luminance(ground) > 0.179 ? [0, 0, 0] : [1, 1, 1]);
