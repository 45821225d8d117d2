/**
 * The button's own look; nothing of the page reaches into it, so it repeats the few tokens that it needs. The host's are
 * marked as important, which a page can't overrule from outside: it takes no room and can't be made unseen.
 */
export const hoverStyle = `
:host {
  all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important;
  width: 0 !important; height: 0 !important; overflow: visible !important;
  z-index: 2147483647 !important; color-scheme: light dark !important;
}
button {
  all: unset; box-sizing: border-box; position: fixed; display: flex; gap: 6px; align-items: center;
  height: 32px; padding: 0 11px 0 8px; border-radius: 10px; cursor: pointer; white-space: nowrap;
  font: 600 13px/1 Inter, -apple-system, 'Segoe UI', Roboto, system-ui, sans-serif;
  background: light-dark(#ffffff, #201e1b); color: light-dark(#1f1d1a, #f1eee8);
  border: 1px solid light-dark(#e4e0d8, #35322d);
  box-shadow: 0 1px 2px rgb(0 0 0 / 12%), 0 4px 14px rgb(0 0 0 / 22%);
  animation: come 140ms cubic-bezier(0.2, 0, 0, 1);
}
button:hover { background: light-dark(#1b6b51, #74cbaa); color: light-dark(#ffffff, #0d231b); border-color: transparent; }
svg { width: 16px; height: 16px; overflow: visible; }
path { stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; opacity: 0.7; }
.head { fill: light-dark(#b98226, #dcae5b); }
.glint { fill: #fff; opacity: 0.55; }
button:hover .head { fill: light-dark(#f1d9a8, #7a5411); }
@keyframes come { from { opacity: 0; transform: translateY(-3px); } }
@media (prefers-reduced-motion: reduce) { button { animation: none; } }
@media (forced-colors: active) {
  button, button:hover { background: ButtonFace; color: ButtonText; border: 1px solid ButtonText; }
  button:hover { outline: 2px solid Highlight; }
  .head { fill: ButtonText; }
}
`;
