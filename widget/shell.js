// The panel as a window: it opens and closes, follows the screen, and the focus comes and goes with it.
import { makeReadable } from './theme.js';
import { followKeyboard, small } from './viewport.js';

const darkDevice = matchMedia('(prefers-color-scheme: dark)');

/**
 * @param {import('./panel.js').Context} context
 * @param {HTMLButtonElement} launcher
 * @param {HTMLDialogElement} panel
 * @param {{log: HTMLElement, arrived: () => void, remember: (open: boolean) => void}} inside
 */
export function shell({ host, root, tell }, launcher, panel, { log, arrived, remember }) {
  const life = new AbortController();
  const { signal } = life;
  const inline = host.hasAttribute('inline');
  if (inline) panel.removeAttribute('popover');

  panel.addEventListener('cancel', (event) => {
    event.preventDefault();
    close();
  });
  small.addEventListener('change', () => isOpen() && (hide(), reveal()), { signal });
  darkDevice.addEventListener('change', paint, { signal });
  new MutationObserver(paint).observe(host, { attributeFilter: ['theme', 'style', 'class'] });
  followKeyboard(panel, log, signal);

  function isOpen() {
    return panel.open || panel.matches(':popover-open');
  }

  /** @param {boolean} [quietly] as it was on the last page, without taking the focus */
  function open(quietly) {
    if (isOpen()) return true;
    if (!tell('faq-open')) return false;
    const before = /** @type {any} */ (document.activeElement);
    paint();
    reveal();
    log.scrollTop = log.scrollHeight;
    if (quietly && !small.matches) root.activeElement?.blur(), before?.focus();
    else arrived();
    remember(true);
    tell('faq-opened');
    return true;
  }

  function close() {
    if (!isOpen() || !tell('faq-close')) return;
    hide();
    showLauncher(true);
    launcher.focus();
    remember(false);
    tell('faq-closed');
  }

  function reveal() {
    showLauncher(false);
    panel.classList.toggle('small', small.matches && !inline);
    if (inline) panel.show();
    else if (small.matches) panel.showModal();
    else panel.showPopover();
  }

  function hide() {
    if (panel.open) panel.close();
    else panel.hidePopover();
  }

  /** @param {boolean} shown */
  function showLauncher(shown) {
    launcher.hidden = !shown;
    launcher.ariaExpanded = String(!shown);
  }

  function paint() {
    const theme = host.getAttribute('theme') ?? (darkDevice.matches ? 'dark' : 'light');
    panel.classList.toggle('dark', theme === 'dark');
    makeReadable(panel, launcher);
  }

  return {
    open,
    close,
    /** The element left the page. */
    end() {
      life.abort();
      panel.remove();
      showLauncher(true);
    },
  };
}
