// The launcher's looks, and the walls around both files: what `all` and `!important` in the page's own
// styles cannot get past, since an important rule of the inner tree wins over one of the outer.
export const css = `
:host {
  all: initial !important;
  display: block !important;
  position: fixed !important;
  inset-block: auto max(1.25em, env(safe-area-inset-bottom)) !important;
  inset-inline: auto 1.25em !important;
  z-index: var(--faq-layer, 2147483000) !important;
  font: medium/1.5 var(--faq-font, system-ui, sans-serif) !important;
}
:host([position=start]) { inset-inline: 1.25em auto !important; }
:host([inline]) { position: static !important; }
:host([hidden]) { display: none !important; }
[part=launcher] {
  --fill: var(--faq-accent, #0e6a61);
  display: flex;
  align-items: center;
  justify-content: center;
  gap: .6em;
  min-block-size: 3.25em;
  padding: .5em 1.3em;
  border: 1px solid transparent;
  border-radius: 2em;
  background: var(--fill);
  color: var(--on-fill, #fff);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
  box-shadow: 0 8px 24px #12302c40;
}
@supports (color: lab(from red l a b)) {
  [part=launcher] { color: var(--on-fill, oklch(from var(--fill) calc((.57 - l) * 99) 0 0)); } /* black or white, by what is below */
}
[part=launcher]:hover { filter: brightness(1.08); }
[part=launcher]:focus-visible { outline: 3px solid var(--fill); outline-offset: 3px; box-shadow: 0 0 0 3px #fff; }
[part=launcher][aria-busy] { opacity: .6; transition: opacity 0s .3s; }
:host([inline]) [part=launcher] { inline-size: 100%; }
[part=launcher]::before {
  content: "";
  inline-size: 1.3em;
  block-size: 1.3em;
  background: currentColor;
  forced-color-adjust: none;
  clip-path: path("M10.5 1.5c-5 0-9 3.3-9 7.5 0 2.3 1.2 4.3 3.1 5.7L4 18.5l4-2c.8.2 1.6.3 2.5.3 5 0 9-3.4 9-7.6s-4-7.7-9-7.7Z");
}
@media (forced-colors: active) { [part=launcher] { background: ButtonFace; color: ButtonText; } }
@media print { :host { display: none !important; } }
`;
