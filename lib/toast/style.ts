/**
 * The toast's own look; nothing of the page reaches into it, so it repeats the few tokens that it needs; the host's
 * are marked as important, so that no page puts the buttons under the pointer.
 */
export const toastStyle = `
:host { all: initial !important; color-scheme: light dark !important; }
.toast {
  position: fixed; z-index: 2147483647; inset: auto 20px 20px auto; max-width: 360px;
  display: flex; gap: 12px; align-items: center; padding: 10px 12px; border-radius: 10px;
  font: 13px/1.4 Inter, -apple-system, 'Segoe UI', Roboto, system-ui, sans-serif;
  background: light-dark(#24211d, #f1eee8); color: light-dark(#f6f3ed, #1d1b18);
  box-shadow: 0 1px 2px rgb(0 0 0 / 6%), 0 6px 20px rgb(0 0 0 / 18%);
  animation: rise 160ms ease-out;
}
@keyframes rise { from { opacity: 0; transform: translateY(8px); } }
@media (prefers-reduced-motion: reduce) { .toast { animation: none; } }
@media (forced-colors: active) { .toast { border: 1px solid; } }
.text { flex: 1; overflow-wrap: anywhere; }
.actions { display: flex; gap: 12px; }
a, button {
  all: unset; cursor: pointer; font-weight: 600; color: light-dark(#9fdcc4, #1b6b51); border-radius: 4px;
}
.toast > button { color: inherit; opacity: 0.75; padding: 0 4px; font-weight: 400; font-size: 15px; }
a:focus-visible, button:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
`;
