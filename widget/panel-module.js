// Loads the second file, checked against the hash that the build wrote into the first: a page that pins
// widget.js by its hash has thereby pinned everything.

/* global PANELS */
/** @type {Record<string, [string, string, string]>} */
const panels = PANELS; // by language: file, hash and the launcher's label, written by build.cmake

/** What was built for a language, or for English. @param {string} language */
export const built = (language) => panels[language.slice(0, 2)] ?? panels.en;

/**
 * @param {string} server
 * @param {string} language
 * @returns {Promise<typeof import('./panel.js')>}
 */
export async function panelModule(server, language) {
  const [file, integrity] = built(language);
  const href = `${server}/${file}`;
  const link = document.createElement('link');
  if (link.relList.supports('modulepreload')) {
    await new Promise((onload, onerror) => {
      document.head.append(Object.assign(link, { rel: 'modulepreload', integrity, crossOrigin: '', href, onload, onerror }));
    });
  }
  return import(href);
}
