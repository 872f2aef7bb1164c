// On a small screen the panel is the screen, less what the soft keyboard takes of it.

/** Small enough that a floating panel would leave no page to see: phones, and anything at 400% zoom. */
export const small = matchMedia('(max-width: 30em), (max-height: 26em)');

/**
 * Keeps the panel inside the part of the screen that can be seen, and the last message in view.
 * @param {HTMLElement} panel
 * @param {HTMLElement} log
 * @param {AbortSignal} signal ends it
 */
export function followKeyboard(panel, log, signal) {
  const view = window.visualViewport;
  if (!view) return;
  let last = view.height;
  const follow = () => {
    if (view.scale > 1.01) return; // the visitor pinched: what they look at is theirs
    panel.style.setProperty('--seen', `${view.height}px`);
    panel.style.setProperty('--above', `${view.offsetTop}px`);
    if (view.height < last) log.scrollTop += last - view.height;
    last = view.height;
  };
  follow();
  view.addEventListener('resize', follow, { signal });
  view.addEventListener('scroll', follow, { signal });
}
