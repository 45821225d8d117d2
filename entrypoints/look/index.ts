import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { showTheme } from '../../lib/appearance';
import { showDirection } from '../../lib/direction';

/** Before anything of a view is painted: the look that the person chose, and the side that texts begin on. */
export default defineUnlistedScript(() => {
  showTheme();
  showDirection();
});
