import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { watchPointed } from '../../lib/capture/last-pointed';
import type { PointedWorld } from '../../lib/capture/last-pointed';
import { pictureAtPoint, pictureInPath, pictureOfLink } from '../../lib/capture/pointed';

/** Put into a page before the capture script where the browser's menu named no picture: it finds the one that was meant. */
export default defineUnlistedScript(() => {
  (globalThis as PointedWorld).tackMeant = ({ linkUrl, isPointed }) => {
    const last = isPointed ? watchPointed().last : null;
    const here = last && (pictureInPath(last.path) ?? pictureAtPoint(document, last));
    return here ?? (linkUrl ? pictureOfLink(document, linkUrl) : null);
  };
});
