// Which lines of two texts differ.

const longest = 600; // lines for which the difference is worked out; its cost grows with the square

/**
 * Which lines are only in one, which only in the other.
 * @param {string[]} before
 * @param {string[]} after
 * @returns {{line: string, kind: 'same'|'gone'|'come'}[]}
 */
export function difference(before, after) {
  if (before.length > longest || after.length > longest) {
    return [...before.map((line) => ({ line, kind: /** @type {const} */ ('gone') })), ...after.map((line) => ({ line, kind: /** @type {const} */ ('come') }))];
  }
  // common[i][j]: how many lines before[i..] and after[j..] share in order.
  const common = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      common[i][j] = before[i] === after[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
    }
  }
  /** @type {{line: string, kind: 'same'|'gone'|'come'}[]} */
  const lines = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) lines.push({ line: before[i++], kind: 'same' }) && j++;
    else if (i < before.length && (j === after.length || common[i + 1][j] >= common[i][j + 1])) lines.push({ line: before[i++], kind: 'gone' });
    else lines.push({ line: after[j++], kind: 'come' });
  }
  return lines;
}
