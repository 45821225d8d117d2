import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { watchPointed } from '../../lib/capture/last-pointed';

/** In the pages of sites that the person allows: remembers, in the page, where they right-click. It tells nobody. */
export default defineUnlistedScript(() => {
  watchPointed();
});
