/** The look of the local Pinterest: slate and paper, unlike the real one and unlike Tack. */
export const siteStyle = `
:root { color-scheme: light dark;
  --paper: light-dark(#f4f5f6, #15181b); --card: light-dark(#fff, #1e2226); --ink: light-dark(#1c2227, #e9edf0);
  --soft: light-dark(#56616b, #a3adb6); --line: light-dark(#d8dde1, #343b42); --blue: light-dark(#2a5d8f, #8bbbe8);
  --on-blue: light-dark(#fff, #10202f); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
a { color: inherit; }
header { display: flex; flex-wrap: wrap; gap: 12px 24px; align-items: center; justify-content: space-between;
  padding: 14px 28px; background: var(--card); border-bottom: 1px solid var(--line); }
header .name { font-weight: 650; text-decoration: none; }
nav { display: flex; gap: 8px; flex-wrap: wrap; }
main { padding: 24px 28px 40px; max-width: 1500px; margin: auto; }
footer { padding: 0 28px 24px; color: var(--soft); font-size: 13px; text-align: center; }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 4px; }
h2 { font-size: 17px; margin: 32px 0 12px; }
p { margin: 0 0 12px; }
.soft { color: var(--soft); }
button, .button { font: inherit; padding: 8px 18px; border-radius: 8px; border: 1px solid var(--line);
  background: var(--card); color: var(--ink); cursor: pointer; text-decoration: none; display: inline-block; }
button.main { background: var(--blue); border-color: var(--blue); color: var(--on-blue); font-weight: 600; }
:focus-visible { outline: 2px solid var(--blue); outline-offset: 2px; }
.account { display: flex; gap: 8px; align-items: center; padding: 4px 12px 4px 5px; border-radius: 99px; font-size: 14px; }
.account img { border-radius: 50%; }
.account[aria-pressed=true] { border-color: var(--blue); color: var(--blue); }
.boards { display: grid; grid-template-columns: repeat(auto-fill, minmax(170px, 1fr)); gap: 16px; padding: 0; margin: 0; list-style: none; }
.boards a { text-decoration: none; display: block; }
.cover { aspect-ratio: 4/3; border-radius: 10px; overflow: hidden; background: var(--line); margin-bottom: 6px; }
.cover img { width: 100%; height: 100%; object-fit: cover; display: block; }
.boards strong { display: block; font-weight: 600; line-height: 1.3; }
.boards small, .pins small { color: var(--soft); }
.pins { display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); grid-auto-rows: 8px; column-gap: 18px;
  padding: 0; margin: 0; list-style: none; }
.pins li { overflow: hidden; }
.pins img { width: 100%; height: auto; border-radius: 12px; display: block; background: var(--line); }
.pins a { text-decoration: none; display: block; }
.pins .words { padding: 6px 2px 0; height: 62px; overflow: hidden; line-height: 1.3; font-size: 14px; }
.pin { display: grid; grid-template-columns: minmax(0, 3fr) minmax(260px, 2fr); gap: 32px; background: var(--card);
  border-radius: 16px; padding: 24px; max-width: 980px; margin: auto; }
.pin > div > img { width: 100%; height: auto; border-radius: 12px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 6px 16px; margin: 20px 0; font-size: 14px; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
.small main { max-width: 560px; padding: 28px; margin: 24px auto; background: var(--card); border-radius: 16px; border: 1px solid var(--line); }
.small ul { padding-left: 20px; margin: 8px 0 20px; }
fieldset { border: 0; padding: 0; margin: 0 0 16px; } legend { font-weight: 600; padding: 0; margin-bottom: 6px; }
label { display: block; margin-bottom: 10px; } label.choice { display: flex; gap: 10px; align-items: center; }
label.choice img { border-radius: 50%; }
input[type=text], textarea, select { width: 100%; font: inherit; padding: 8px 10px; border: 1px solid var(--line); border-radius: 8px;
  background: var(--paper); color: var(--ink); }
.row { display: flex; gap: 12px; margin-top: 20px; }
.dialog { display: grid; grid-template-columns: 200px 1fr; gap: 24px; }
.dialog img { width: 100%; border-radius: 10px; }
@media (max-width: 700px) { main { padding: 18px; } .pin, .dialog { grid-template-columns: 1fr; } }
`;
