// The panel's looks. Three colours are chosen (--ground, --text, --brand); the rest is mixed from them,
// and theme.js sees to it that what is read on them can be read (--fg, --link, --fill, --on-fill).
export const css = `
dialog {
  --ground: var(--faq-surface, #fffdf9);
  --text: var(--faq-ink, #21302e);
  --brand: var(--faq-accent, #0e6a61);
  --alarm: #9c2410;
  --alarm-ground: #fdece6;
  --fg: var(--text);
  --link: var(--brand);
  --soft: color-mix(in srgb, var(--fg) 5%, var(--ground));
  --line: color-mix(in srgb, var(--fg) 14%, var(--ground));
  --edge: color-mix(in srgb, var(--fg) 55%, var(--ground));
  --mute: color-mix(in srgb, var(--fg) 74%, var(--ground));
  --mine: color-mix(in srgb, var(--link) 15%, var(--ground));
  color-scheme: light;
  position: fixed;
  inset-block: auto 1.25em;
  inset-inline: auto 1.25em;
  flex-direction: column;
  margin: 0;
  padding: 0;
  width: min(var(--faq-width, 25.5em), 100vw - 2.5em);
  height: min(var(--faq-height, 42em), 100dvh - 2.5em);
  max-width: none;
  max-height: none;
  border: 1px solid var(--line);
  border-radius: var(--faq-radius, 1.25em);
  background: var(--ground);
  color: var(--fg);
  font: inherit;
  overflow: clip;
  overflow-wrap: anywhere;
  box-shadow: 0 10px 50px #12302c40;
}
dialog.dark {
  --ground: var(--faq-surface, #17211f);
  --text: var(--faq-ink, #e9efeb);
  --brand: var(--faq-accent, #86d0c3);
  --alarm: #ffb4a3;
  --alarm-ground: #43201a;
  color-scheme: dark;
}
dialog[open], dialog:popover-open { display: flex; }
:host([position=start]) dialog { inset-inline: 1.25em auto; }
:host([inline]) dialog { position: static; width: 100%; box-shadow: none; }
dialog.small { inset: var(--above, 0) 0 auto; width: 100%; height: var(--seen, 100dvh); border: 0; border-radius: 0; }
::backdrop { background: none; }
*, ::before, ::after { box-sizing: border-box; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; border: 0; }
[hidden] { display: none !important; }
h2, h3, h4, p, ul, ol, figure, blockquote { margin: 0; padding: 0; font-size: 1em; }
h3, p, li, button, label, span { unicode-bidi: plaintext; }
button, input, textarea { font: inherit; color: inherit; margin: 0; }
button, summary, [role=option] { cursor: pointer; }
:focus-visible { outline: 2.5px solid var(--link); outline-offset: 2px; }
[tabindex="-1"] { outline: none; }
a { color: var(--link); }
a[target]::after { content: "\\2009\\2197"; }
.icon { width: 1.4em; fill: none; stroke: currentColor; stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round; display: block; flex: none; }
header p, .foot, .sources, .reviewed, .vote, .offers p, figcaption, .preview { font-size: .86em; color: var(--mute); }

header { display: flex; align-items: center; padding-block: .8em; padding-inline: 1.25em .7em; border-bottom: 1px solid var(--line); }
header div { flex: 1; }
h2 { font-size: 1.06em; line-height: 1.3; }
.plain { width: 2.75em; height: 2.75em; display: grid; place-items: center; padding: 0; border: 1px solid transparent; border-radius: 50%; background: none; color: var(--mute); }
.plain:hover, ul button:hover, [role=option]:hover { background: var(--soft); }
.menu, .completions { list-style: none; padding: .35em; border-bottom: 1px solid var(--line); }
.menu button, [role=option] { width: 100%; padding: .6em .9em; text-align: start; background: none; border: 1px solid transparent; border-radius: .65em; }
.completions { flex-basis: 100%; max-height: 40dvh; overflow-y: auto; border: 1px solid var(--line); border-radius: 1em; }
.completions [aria-selected=true] { background: var(--mine); border-color: var(--link); }

.body, .sheet, [part=log] { flex: 1; min-height: 0; display: flex; flex-direction: column; }
.sheet, [part=log] { overflow-y: auto; overscroll-behavior: contain; padding: 1.1em 1.25em 1.4em; gap: .95em; scrollbar-width: thin; }
[part=log] { position: relative; outline-offset: -3px; }
.turn > :not(.sr) + *, .answer > * + *, h3 + div > * + *, .detail > * + * { margin-top: .6em; }
.turn ul, .turn ol, .sources ul { padding-inline-start: 1.2em; }
.turn li + li { margin-top: .25em; }
.you { align-self: flex-end; max-width: 88%; }
.bubble { padding: .55em .95em; border: 1px solid transparent; border-radius: 1.15em; border-end-end-radius: .35em; background: var(--mine); white-space: pre-wrap; }
.answer + .answer { padding-top: .85em; border-top: 1px solid var(--line); }

summary { width: fit-content; padding-block: .15em; border-radius: .4em; color: var(--link); font-weight: 600; }
summary + * { margin-top: .4em; }
.sources summary { font-weight: 400; color: inherit; }
.vote { display: flex; flex-wrap: wrap; align-items: center; gap: .5em; }
.vote .icon { width: 1.15em; }
.down { rotate: 180deg; }
.after { flex-basis: 100%; }
.after:empty { display: none; }
.after * + * { margin-top: .4em; }

.offers, .row { display: flex; flex-wrap: wrap; align-items: center; gap: .5em; }
.offers p { flex-basis: 100%; }
.offers button, .row > *, .vote button { padding: .45em 1em; border: 1px solid var(--edge); border-radius: 1.4em; background: none; color: var(--link); text-align: start; }
.offers button:hover, .row button:hover, .vote button:hover, .vote [aria-pressed=true] { background: var(--mine); border-color: var(--link); }
.vote button { display: flex; align-items: center; gap: .4em; padding-block: .2em; border-color: var(--line); color: inherit; }
button.main, [part=send] { background: var(--fill); color: var(--on-fill); border: 1px solid var(--link); font-weight: 600; }
button.main:hover, [part=send]:hover { background: var(--fill); filter: brightness(1.08); }
.note, .notice, figure, .urgent { padding: .9em 1em; border: 1px solid var(--line); border-radius: 1em; background: var(--soft); }
.notice { margin: 0 1em .6em; max-height: 45dvh; overflow: auto; }
.preview, .row { margin-top: .6em; }
.urgent { border: 2px solid var(--alarm); background: var(--alarm-ground); }
.urgent a, .urgent h3, .fault { color: var(--alarm); }
.urgent h3 { display: flex; gap: .5em; }
.urgent .answer > p, .fault { font-weight: 600; }
.urgent .sources { color: inherit; }
[href^=tel] { font-weight: 600; white-space: nowrap; }
.urgent [href^=tel] { display: inline-block; padding-inline: .75em; border: 1px solid; border-radius: 2em; background: var(--alarm); color: var(--alarm-ground); line-height: 1.8; }
.waiting { font-size: 1.5em; letter-spacing: .2em; color: var(--edge); }

.composer { display: flex; flex-wrap: wrap; align-items: flex-end; gap: .5em; padding: .75em 1em .5em; border-top: 1px solid var(--line); }
textarea, input { flex: 1; width: 100%; min-width: 0; padding: .65em 1em; border: 1px solid var(--edge); border-radius: .8em; background: var(--ground); font-size: max(16px, 1em); }
[part=input] { field-sizing: content; max-height: min(9em, 25dvh); resize: none; border-radius: 1.5em; outline-offset: -1px !important; }
::placeholder { color: var(--mute); opacity: 1; }
[part=send] { flex: none; width: 3em; height: 3em; display: grid; place-items: center; padding: 0; border-radius: 50%; }
[disabled] { opacity: .5; }
.foot { padding: 0 1.25em .8em; font-size: .76em; text-align: center; }

.tick { display: flex; gap: .7em; }
[type=checkbox] { width: 1.5em; height: 1.5em; flex: none; accent-color: var(--fill); }
label:not(.tick *) { font-weight: 600; }
[aria-invalid=true] { border-color: var(--alarm); }
.drawing { font-size: 14px; }
.drawing svg { display: block; width: 100%; max-width: 22em; margin: 0 auto .5em; }

@media (max-height: 26em) {
  .small { overflow: auto; }
  .small .body, .small [part=log] { flex: none; overflow: visible; }
  .small .composer { position: sticky; bottom: 0; background: var(--ground); }
}
@media (forced-colors: active) {
  button.main, [part=send], .urgent [href^=tel] { background: ButtonFace; color: ButtonText; }
  .bubble { border: 1px solid; }
  [aria-selected=true], [aria-pressed=true] { outline: 2px solid; }
}
@media (prefers-reduced-motion: no-preference) {
  .turn, .offers, .notice { animation: come .22s ease-out; }
  .waiting { animation: breathe 1.2s infinite; }
  @keyframes come { from { opacity: 0; translate: 0 .35em; } }
  @keyframes breathe { 50% { opacity: .3; } }
}
`;
