/** Hostile pages, and what each browser's popup says of them: a title that was read, or words on why not. */
export const hostilePages: readonly (readonly [
  group: string,
  pages: Readonly<Record<string, RegExp>>,
])[] = [
  [
    'hides what a reader calls',
    {
      clobbered: /^Clobbered$/,
      'named-frames': /^Named frames$/,
      // Chromium 156 takes its API away from every extension in a page with a frame of that name.
      'browser-frame': /^A frame named browser$|^The page does not answer/,
      prototypes: /^Prototypes$/,
      messages: /^Talks like an extension$/,
      text: /^exe\.\ufffd A\u200b title 👩‍🍳 <b>\ufffd? מחלה$/,
    },
  ],
  [
    'has more than can be read',
    {
      deep: /^Ten thousand levels$|^Deep$/,
      many: /^Five thousand pictures$/,
      'data-address': /^A hundred megabytes/,
      sets: /^A million entries$/,
      data: /^Structured data$/,
    },
  ],
  [
    'does not stand still',
    {
      // Firefox takes back what the person's click gave as soon as the page is another one.
      navigates: /^Never there for long$|does not answer|no longer|reload|only when you ask/i,
      removes: /^(?:Takes itself away)?$/, // its title as well
      dialogs: /^Questions without end$/,
      frames: /^Frames in frames$/,
      links: /^Where the links lead$/,
    },
  ],
];

/** What is said of pictures that are none, or have no end; null where the picture is shown, as it can do nothing. */
export const hostilePictures: Readonly<Record<string, RegExp | null>> = {
  endless: /too large|not answer|could not be read|took too long/i,
  bombs: /too many pixels \(60,000 × 60,000\)/,
  polyglot: /not a picture/,
  drawing: null,
};

/** Runs in a view: what a hostile page has done to it. It uses nothing but what stands in it. */
export function harmDone() {
  const elements = [...document.querySelectorAll('*')];
  return {
    ran: (globalThis as { pwned?: unknown }).pwned ?? null,
    handlers: elements.filter(({ attributes }) =>
      [...attributes].some(({ name }) => name.startsWith('on')),
    ).length,
    strangers: document.querySelectorAll(
      'iframe, object, embed, base, link[href*="evil"], script:not([src^="/"]), meta[http-equiv]',
    ).length,
  };
}

/** Runs in a view: whether its picture is drawn of the bytes that are kept; from its address it was drawn before. */
export function isDrawn(): boolean {
  const image = document.querySelector<HTMLImageElement>('.shot img[src^="blob:"]');
  return image !== null && image.complete && image.naturalWidth > 0;
}

/** The answer of `harmDone` where all is well. */
export const unharmed = { ran: null, handlers: 0, strangers: 0 };

/** As Tack shows a text of a page: on one line, without controls. */
export const shown = (text: string) =>
  text
    .replace(/[\u0000-\u0008\u202a-\u202e\u2066-\u2069\ufeff]/g, '') // oxlint-disable-line no-control-regex -- they are left out
    .replace(/\s+/g, ' ')
    .trim();
