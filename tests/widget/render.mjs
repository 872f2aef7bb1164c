// The subset of Mustache that the page templates use (widget/README.md): the C++ side renders the same.

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * @param {string} template
 * @param {object} data
 */
export function render(template, data) {
  return section(template, [data]);
}

function look(stack, name) {
  if (name === '.') return stack[0];
  return stack.find((one) => one && typeof one === 'object' && name in one)?.[name];
}

function section(template, stack) {
  const tag = /\{\{\{(\w+)\}\}\}|\{\{([#^])(\w+)\}\}([^]*?)\{\{\/\3\}\}|\{\{([\w.]+)\}\}/g;
  return template.replace(tag, (_, raw, kind, name, inner, escaped) => {
    if (raw) return String(look(stack, raw) ?? '');
    if (escaped) return String(look(stack, escaped) ?? '').replace(/[&<>"']/g, (one) => escapes[one]);
    const value = look(stack, name);
    const filled = Array.isArray(value) ? value.length > 0 : Boolean(value);
    if (kind === '^') return filled ? '' : section(inner, stack);
    if (!filled) return '';
    return (Array.isArray(value) ? value : [value]).map((one) => section(inner, [one, ...stack])).join('');
  });
}
