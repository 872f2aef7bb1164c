// A topic's file as fields, and back into the file: what no field has changed keeps its bytes.
//
//   file := [BOM] "---" line { line } "---" line body
//
// The front matter is cut into its top-level keys, each with the lines that belong to it; a field that is
// changed writes the lines of its own key anew and no others. YAML that these few rules do not understand
// (anchors, block texts, lists over several lines in brackets) makes its field one for the whole file's view.

/**
 * @typedef {{key: string, lines: string[]}} Entry lines with their ends
 * @typedef {{open: string, entries: Entry[], close: string, body: string, end: string}} TopicFile
 */

/** The keys that hold lists. */
const lists = new Set(['questions', 'patterns', 'never', 'see_also', 'sources']);
const inFlow = new Set(['see_also', 'sources']);
const order = ['title', 'questions', 'patterns', 'never', 'see_also', 'sources', 'reviewed', 'review_by', 'staff'];

/**
 * @param {string} bytes
 * @returns {TopicFile|null} null where it is no topic's file
 */
export function parse(bytes) {
  const found = /^(\uFEFF?---[ \t]*(\r?\n))([^]*?)(^---[ \t]*(?:\r?\n|$))/m.exec(bytes);
  if (!found || found.index !== 0) return null;
  const [whole, open, end, matter, close] = found;
  return { open, entries: entriesOf(matter.match(/[^\n]*\n|[^\n]+$/g) ?? [], /^([A-Za-z_][\w-]*)\s*:/), close, body: bytes.slice(whole.length), end };
}

/**
 * @param {string[]} lines
 * @param {RegExp} start of a key's first line
 */
function entriesOf(lines, start) {
  /** @type {Entry[]} */
  const entries = [];
  for (const line of lines) {
    const key = start.exec(line)?.[1];
    if (key || !entries.length) entries.push({ key: key ?? '', lines: [line] });
    else entries[entries.length - 1].lines.push(line);
  }
  return entries;
}

/** @param {TopicFile} file */
export const write = (file) => file.open + file.entries.flatMap(({ lines }) => lines).join('') + file.close + file.body;

/**
 * A field's value: a text, or a list of texts; undefined where the file writes it in a way that only the
 * whole file's view can show.
 * @param {TopicFile} file
 * @param {string} key `staff.phone` for what lies below
 * @returns {string|string[]|undefined}
 */
export function read(file, key) {
  const [outer, inner] = key.split('.');
  const entry = file.entries.find((one) => one.key === outer);
  if (!entry) return lists.has(key) ? [] : '';
  if (inner) {
    const below = inside(entry);
    const found = below?.entries.find((one) => one.key === inner);
    return below ? (found ? scalarOf(found, found.lines[0].replace(/^\s*[\w-]+\s*:/, '')) : '') : undefined;
  }
  const rest = entry.lines[0].replace(/^[\w-]+\s*:/, '');
  return lists.has(key) ? listOf(entry, rest) : scalarOf(entry, rest);
}

/**
 * Changes one field in place.
 * @param {TopicFile} file
 * @param {string} key one that `read` could read
 * @param {string|string[]} value
 */
export function change(file, key, value) {
  if (JSON.stringify(read(file, key)) === JSON.stringify(value)) return;
  const [outer, inner] = key.split('.');
  const at = file.entries.findIndex((one) => one.key === outer);
  const lines = inner ? staffLines(file, file.entries[at], inner, String(value)) : fieldLines(file, file.entries[at], key, value);
  if (at >= 0 && lines.length) file.entries[at].lines = [...lines, ...trailing(file.entries[at])];
  else if (at >= 0) file.entries.splice(at, 1);
  else if (lines.length) file.entries.splice(placeOf(file, outer), 0, { key: outer, lines });
}

/** Comments and empty lines that stand below a key belong to what follows. @param {Entry} entry */
function trailing({ lines }) {
  let from = lines.length;
  while (from > 1 && /^\s*(#.*)?$/.test(lines[from - 1].trimEnd())) from--;
  return lines.slice(from);
}

/** @param {TopicFile} file @param {string} key */
function placeOf({ entries }, key) {
  const after = order.indexOf(key);
  const at = entries.findIndex((one) => order.indexOf(one.key) > after);
  return at < 0 ? entries.length : at;
}

/**
 * @param {TopicFile} file
 * @param {Entry|undefined} entry
 * @param {string} key
 * @param {string|string[]} value
 */
function fieldLines({ end }, entry, key, value) {
  if (!Array.isArray(value)) return value ? [`${key}: ${scalar(value)}${end}`] : [];
  if (!value.length) return entry ? [`${key}: []${end}`] : [];
  if (inFlow.has(key) && !entry?.lines.some((line) => /^\s*-\s/.test(line))) return [`${key}: [${value.map((one) => scalar(one, true)).join(', ')}]${end}`];
  // A wording that stays keeps its line, its quotes and its comment.
  const items = (entry?.lines.slice(1) ?? []).filter((line) => /^\s*-\s/.test(line));
  const indent = items[0]?.match(/^\s*/)?.[0] ?? '  ';
  const known = new Map(items.map((line) => [plain(line.replace(/^\s*-\s+/, '')), line]));
  const head = entry && items.length ? entry.lines[0] : `${key}:${end}`;
  return [head, ...value.map((one) => withEnd(known.get(one) ?? `${indent}- ${scalar(one)}`, end))];
}

/** @param {string} line @param {string} end */
const withEnd = (line, end) => (line.endsWith('\n') ? line : line + end);

/**
 * @param {TopicFile} file
 * @param {Entry|undefined} entry
 * @param {string} inner
 * @param {string} value
 */
function staffLines({ end }, entry, inner, value) {
  const below = entry && inside(entry);
  const indent = below?.entries[0]?.lines[0].match(/^\s*/)?.[0] || '  ';
  const line = value ? [`${indent}${inner}: ${scalar(value)}${end}`] : [];
  const entries = below?.entries ?? [];
  const at = entries.findIndex((one) => one.key === inner);
  if (at >= 0) entries[at].lines = [...line, ...trailing(entries[at])];
  else entries.push({ key: inner, lines: line });
  const lines = entries.flatMap((one) => one.lines);
  return lines.length ? [entry?.lines[0] ?? `staff:${end}`, ...lines] : [];
}

/** The keys below a key, where they are written one a line. @param {Entry} entry */
function inside(entry) {
  if (entry.lines[0].replace(/^[\w-]+\s*:/, '').replace(/\s#.*/, '').trim()) return null;
  const body = entry.lines.slice(1, entry.lines.length - trailing(entry).length);
  const indent = body[0]?.match(/^ +(?=[\w-]+\s*:)/)?.[0];
  if (body.length && !indent) return null;
  return { entries: entriesOf(body, new RegExp(`^${indent ?? '  '}([A-Za-z_][\\w-]*)\\s*:`)) };
}

/** @param {Entry} entry @param {string} rest of its first line */
function scalarOf(entry, rest) {
  const more = entry.lines.slice(1, entry.lines.length - trailing(entry).length);
  return more.length ? undefined : plain(rest);
}

/** @param {Entry} entry @param {string} rest */
function listOf(entry, rest) {
  const more = entry.lines.slice(1).filter((line) => line.trim() && !line.trim().startsWith('#'));
  const text = rest.trim().replace(/^#.*/, '');
  if (text) return more.length ? undefined : flow(text);
  const items = more.map((line) => (/^\s*-\s+/.test(line) ? plain(line.replace(/^\s*-\s+/, '')) : undefined));
  return items.includes(undefined) ? undefined : /** @type {string[]} */ (items);
}

/** @param {string} text such as [a, "b"] */
function flow(text) {
  const inner = /^\[(.*)\]\s*(?:#.*)?$/.exec(text)?.[1];
  if (inner === undefined) return undefined;
  if (!inner.trim()) return [];
  const items = (inner.match(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]+/g) ?? []).filter((one) => one.trim()).map((one) => plain(one));
  return items.includes(undefined) ? undefined : /** @type {string[]} */ (items);
}

/**
 * @param {string} written
 * @returns {string|undefined}
 */
function plain(written) {
  const text = written.trim();
  if (text.startsWith('"')) {
    const quoted = /^("(?:[^"\\]|\\["\\/bfnrt]|\\u[\da-fA-F]{4})*")\s*(?:#.*)?$/.exec(text)?.[1];
    return quoted === undefined ? undefined : tryJson(quoted);
  }
  if (text.startsWith("'")) return /^'((?:[^']|'')*)'\s*(?:#.*)?$/.exec(text)?.[1].replaceAll("''", "'");
  if (/^[|>&*!%@`{[]/.test(text)) return undefined;
  return text.replace(/(^|\s+)#.*$/, '');
}

/** @param {string} text */
function tryJson(text) {
  try {
    return String(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * A text as YAML writes it: bare where that is safe.
 * @param {string} text
 * @param {boolean} [inside] of brackets
 */
function scalar(text, inside = false) {
  const one = text.replace(/\s*\n\s*/g, ' ').trim();
  const bare = /^[\p{L}(][^\x00-\x1f"\\\u0085\u2028\u2029]*$/u.test(one) && !/: |:$|\s#|\s$/.test(one) && !/^(true|false|yes|no|on|off|null|y|n|~)$/i.test(one);
  const isDate = /^\d{4}-\d\d-\d\d$/.test(one);
  return (bare && !(inside && /[,[\]{}]/.test(one))) || isDate ? one : quoted(one);
}

/** JSON is YAML, but for three signs that YAML takes for ends of lines. @param {string} text */
function quoted(text) {
  return JSON.stringify(text).replace(/[\u0085\u2028\u2029]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
