// Loads the second file, checked against the hash that the build wrote into the first: a page that pins
// widget.js by its hash has thereby pinned everything.

/* global PANELS */
/** @type {Record<string, [string, string]>} */
const panels = PANELS; // by language: file and hash, written by build.cmake

/**
 * @param {string} server
 * @param {string} language
 * @returns {Promise<typeof import('./panel.js')>}
 */
export async function panelModule(server, language) {
  const [file, integrity] = panels[language.slice(0, 2)] ?? panels.en;
  const href = `${server}/${file}`;
  const link = document.createElement('link');
  if (link.relList.supports('modulepreload')) {
    await new Promise((onload, onerror) => {
      document.head.append(Object.assign(link, { rel: 'modulepreload', integrity, crossOrigin: '', href, onload, onerror }));
    });
  }
  return import(href);
}
