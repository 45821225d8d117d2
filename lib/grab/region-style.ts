/** The chooser's own look; nothing of the page reaches into it, so it repeats the few tokens that it needs. */
export const regionStyle = `
:host {
  all: initial !important; position: fixed !important; inset: 0 !important; display: block !important; z-index: 2147483647 !important;
  width: auto !important; height: auto !important; margin: 0 !important; padding: 0 !important; border: 0 !important;
  background: none !important; overflow: hidden !important; opacity: 1 !important; color-scheme: light dark !important;
}
:host([hidden]) { display: none !important; }
.field {
  position: absolute; inset: 0; cursor: crosshair; touch-action: none; outline: none; user-select: none;
  font: 13px/1.4 Inter, -apple-system, 'Segoe UI', Roboto, system-ui, sans-serif;
}
.box {
  position: absolute; box-sizing: border-box; border: 2px solid #74cbaa;
  outline: 1px solid rgb(0 0 0 / 60%); box-shadow: 0 0 0 100vmax rgb(15 14 12 / 55%);
}
.field:focus-visible .box { border-color: #fff; outline: 3px solid #1b6b51; }
.size {
  position: absolute; padding: 2px 8px; border-radius: 6px; background: #24211d; color: #f6f3ed;
  font-variant-numeric: tabular-nums; white-space: nowrap; pointer-events: none;
}
.size.is-small { background: #a3341f; color: #fff; }
.bar {
  position: absolute; inset: auto 0 24px; margin: auto; width: fit-content; max-width: min(640px, calc(100% - 48px));
  box-sizing: border-box; display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; justify-content: end;
  padding: 10px 12px; border-radius: 10px; cursor: default; touch-action: auto;
  background: light-dark(#ffffff, #201e1b); color: light-dark(#1f1d1a, #f1eee8);
  box-shadow: 0 1px 2px rgb(0 0 0 / 6%), 0 6px 20px rgb(0 0 0 / 30%);
}
.bar.is-above { inset: 24px 0 auto; }
.hint { flex: 1 1 260px; }
.hint.is-bad { color: light-dark(#a3341f, #f09a86); }
button {
  all: unset; cursor: pointer; padding: 6px 12px; border-radius: 6px; font-weight: 600; white-space: nowrap;
  border: 1px solid light-dark(#8f887b, #7d776c);
}
button.use { background: light-dark(#1b6b51, #74cbaa); color: light-dark(#ffffff, #0d231b); border-color: transparent; }
button:disabled { opacity: 0.5; cursor: default; }
button:focus-visible { outline: 2px solid light-dark(#1b6b51, #74cbaa); outline-offset: 2px; }
@media (forced-colors: active) { .box, .bar { border: 2px solid; } }
`;
