/**
 * Buttons with data-copy="id" copy the text of that element.
 * @param {Document} page
 * @param {HTMLElement} status says that it is done
 */
export function copyButtons(page, status) {
  for (const button of page.querySelectorAll('[data-copy]')) {
    button.addEventListener('click', async () => {
      const text = page.getElementById(button.getAttribute('data-copy') ?? '')?.textContent ?? '';
      await navigator.clipboard.writeText(text);
      status.textContent = 'Copied.';
      button.textContent = 'Copied';
      setTimeout(() => {
        button.textContent = 'Copy';
        status.textContent = '';
      }, 2000);
    });
  }
}
