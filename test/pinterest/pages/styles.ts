const base = `
:root { color-scheme: light dark; } * { box-sizing: border-box; }
body { margin: 0; } img { max-width: 100%; height: auto; display: block; } a { color: inherit; }
figure { margin: 0; } figcaption { font-size: 14px; opacity: .75; padding: 8px 2px 0; }`;

/** The recipe site: warm paper, one brick red. */
export const kitchenStyle = `${base}
:root { --paper: light-dark(#faf5ec, #1b1814); --ink: light-dark(#2c241b, #eee6d9); --red: light-dark(#a2432a, #e39377); --line: light-dark(#e5dac8, #3a332a); }
body { background: var(--paper); color: var(--ink); font: 18px/1.6 Georgia, 'Times New Roman', serif; }
header { display: flex; justify-content: space-between; flex-wrap: wrap; gap: 8px; padding: 22px 5vw; border-bottom: 1px solid var(--line); }
header a { text-decoration: none; margin-right: 14px; } header > a { font-style: italic; font-size: 22px; color: var(--red); }
main { max-width: 1080px; margin: auto; padding: 40px 5vw 64px; }
.lead { display: grid; grid-template-columns: 1fr minmax(0, 520px); gap: 48px; align-items: center; }
.kind { text-transform: uppercase; letter-spacing: .08em; font-size: 13px; color: var(--red); }
h1 { font-size: clamp(32px, 4.4vw, 52px); line-height: 1.1; font-weight: 500; margin: 8px 0 18px; } h2 { font-weight: 500; margin: 44px 0 12px; }
.intro { font-size: 20px; } .by { font-size: 14px; opacity: .7; }
.lead img, .wide img, .pair img { border-radius: 4px; } picture { display: block; }
.columns { display: grid; grid-template-columns: 1fr 2fr; gap: 48px; } li { margin-bottom: 8px; } .wide { margin-top: 48px; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 24px; align-items: start; margin: 24px 0; max-width: 760px; }
.pair img { aspect-ratio: 1; object-fit: cover; width: 100%; }
.many { display: flex; flex-wrap: wrap; gap: 8px; }
@media (max-width: 760px) { .lead, .columns { grid-template-columns: 1fr; } .lead picture { order: -1; } }`;

/** The shop: white wall, sans serif, a dark green button. */
export const shopStyle = `${base}
:root { --wall: light-dark(#fff, #16181a); --ink: light-dark(#1b1d1f, #e8eaec); --soft: light-dark(#f1f1ee, #202326); --green: light-dark(#22483a, #8fc7ad); --on: light-dark(#fff, #10201a); }
body { background: var(--wall); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
header { display: flex; justify-content: space-between; padding: 20px 4vw; } header a { text-decoration: none; margin-left: 20px; } header > a { margin: 0; font-weight: 650; letter-spacing: .02em; }
main { max-width: 1160px; margin: auto; padding: 16px 4vw 40px; }
.product { display: grid; grid-template-columns: minmax(0, 5fr) 4fr; gap: 56px; }
.stage { position: relative; background: var(--soft); padding: 9%; } .stage img { width: 100%; box-shadow: 0 10px 30px rgb(0 0 0 / 25%); }
.zoom { position: absolute; inset: 0; cursor: zoom-in; }
.thumbs { display: flex; gap: 10px; margin-top: 12px; } .kind { opacity: .65; font-size: 14px; margin: 24px 0 0; }
h1 { font-size: 38px; margin: 4px 0; font-weight: 600; } .price { font-size: 22px; margin: 0 0 20px; } h2 { margin: 48px 0 16px; font-size: 20px; }
button { font: inherit; font-weight: 600; border: 0; padding: 14px 28px; background: var(--green); color: var(--on); border-radius: 2px; cursor: pointer; }
.fine { font-size: 14px; opacity: .65; }
#banner { margin-top: 56px; padding: 90px 6%; background-size: cover; background-position: center; color: #fff; } #banner h2 { margin: 0; font-size: 30px; }
.others { display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); gap: 24px; list-style: none; padding: 0; }
.others img { aspect-ratio: 4/5; object-fit: cover; width: 100%; background: var(--soft); margin-bottom: 8px; } .others strong { display: block; font-weight: 600; }
footer { text-align: center; font-size: 14px; opacity: .6; padding: 24px; }
@media (max-width: 800px) { .product { grid-template-columns: 1fr; gap: 16px; } }`;

/** The essay: a dark room in both schemes' own way, pictures at full width. */
export const essayStyle = `${base}
:root { --room: light-dark(#efece6, #101112); --ink: light-dark(#24211d, #dcd8d0); }
body { background: var(--room); color: var(--ink); font: 20px/1.65 'Iowan Old Style', Palatino, Georgia, serif; }
header { padding: 24px 5vw; font-variant: small-caps; letter-spacing: .06em; } header a { text-decoration: none; }
main { max-width: 1200px; margin: auto; padding: 0 4vw 40px; }
h1 { font-size: clamp(40px, 7vw, 88px); line-height: 1; font-weight: 400; margin: 24px 0 12px; }
.intro { font-size: 24px; font-style: italic; margin: 0 0 36px; } main > p { max-width: 640px; margin: 0 auto 40px; } main > .intro { margin: 0 0 36px; }
figure { margin-bottom: 48px; } figure img { width: 100%; } #dawn { width: 640px; } footer { text-align: center; font-size: 14px; opacity: .6; padding: 24px; }`;
