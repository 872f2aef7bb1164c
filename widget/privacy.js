// What a question should not carry: found here, in the browser, before anything is sent.

/** @typedef {'email'|'birth'|'number'} Kind */

const month = '(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-zä]*';
const born = /\b(?:born|birth|dob|geboren|geburt)/i;

// In the order in which they are looked for: what one has found is gone for the next.
/** @type {[Kind, RegExp][]} */
const shapes = [
  ['email', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ['birth', /(?<!\d|\d\.)\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d\d)(?!\d|\.\d)/g],
  ['birth', /(?<!\d)\d{4}-\d\d-\d\d(?!\d)/g],
  ['birth', new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th|\\.)?(?: of)? ${month},? \\d{4}\\b|\\b${month} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}\\b`, 'gi')],
  // Identity cards, passports, insurance: a word of letters and many digits, or the British pairs.
  ['number', /\b(?=(?:[a-z]*\d){5})[a-z][a-z\d]{6,10}\b|\b[a-z]{2}(?: \d\d){3} [a-d]\b/gi],
  // Seven digits or more with what people put between them, and no date.
  ['number', /(?<![\w.])(?!\d\d?([./-])\d\d?\1\d|\d{4}-\d\d-\d\d)[+(]*\d(?:[ ()/.-]*\d){6,14}(?!\w)/g],
];

/**
 * @param {string} text
 * @param {number} [thisYear]
 * @returns {{kinds: Kind[], masked: string}} what was found, and the text without it
 */
export function personal(text, thisYear = new Date().getFullYear()) {
  /** @type {Set<Kind>} */
  const kinds = new Set();
  let masked = text;
  for (const [kind, shape] of shapes) {
    masked = masked.replace(shape, (found) => {
      if (kind === 'birth' && !isBirth(found, text, thisYear)) return found;
      kinds.add(kind);
      return '[…]';
    });
  }
  return { kinds: [...kinds], masked };
}

/**
 * A date of the last two years is when it began to hurt, or the appointment.
 * @param {string} found
 * @param {string} text
 * @param {number} thisYear
 */
function isBirth(found, text, thisYear) {
  const [, year = found.slice(-2)] = found.match(/(\d{4})/) ?? [];
  const full = year.length > 2 ? Number(year) : Number(year) + (Number(year) > thisYear % 100 ? 1900 : 2000);
  return born.test(text) || (full > thisYear - 120 && full < thisYear - 2);
}

/**
 * True while a text may be growing into something personal: no completions are asked for then.
 * @param {string} text
 */
export function mayBePersonal(text) {
  return /@|\d{4}|\d[ ().\/-]+\d/.test(text) || personal(text).kinds.length > 0;
}
