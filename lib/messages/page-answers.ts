import { finite, flag, having, list, oneOf, orNull, size, text, type Check } from './check';
import type { PageMessageType } from './page-protocol';

/** More than any page's script finds or is asked for. */
const MOST = 50;

/** An address of a page may be as long as a picture in it. */
const address = text(2_000_000);

/** A view shows it, and loads nothing for it. */
const isThumbnail: Check = (value) => address(value) && /^(?:$|data:image\/)/.test(value as string);

/** Of the page's own memory: what is of the web comes by the capture, which is looked through for addresses of the own network. */
const isFrame: Check = (value) => text(2000)(value) && /^(?:blob|frame):/.test(value as string);

const answers: Partial<Record<PageMessageType, Check>> = {
  'page/frames': list(
    having({
      url: isFrame,
      kind: oneOf('video', 'canvas'),
      seconds: size,
      width: size,
      height: size,
      thumbnail: isThumbnail,
    }),
    MOST,
  ),
  'page/measure': list(having({ url: address, width: size, height: size }), MOST),
  'page/locate': orNull(
    having({
      rect: having({ left: finite, top: finite, width: size, height: size }),
      view: having({ width: size, height: size }),
    }),
  ),
  'page/read-bytes': (value) =>
    having({ ok: flag })(value) &&
    ((value as { ok: boolean }).ok
      ? having({ base64: (base64) => typeof base64 === 'string' })(value)
      : having({ reason: oneOf('not-fetched', 'too-large'), status: size, bytes: size })(value)),
};

/**
 * Whether what a script in a page answered is what it was asked for: a page whose process was taken over answers in the
 * script's place. The capture itself is looked through by `shapes.ts`.
 */
export const isPageAnswer = (type: PageMessageType, answer: unknown): boolean =>
  answers[type]?.(answer) ?? true;
