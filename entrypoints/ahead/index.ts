import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { showTheme } from '../../lib/appearance';
import { showDirection } from '../../lib/direction';
import { askPanelAhead, askPopupAhead } from '../../lib/state/ahead';

/**
 * Before anything of popup and side panel is painted: the look that the person chose and the side that texts begin on. What
 * they begin with is asked for first, and is there when their scripts are.
 */
export default defineUnlistedScript(() => {
  if (location.pathname === '/popup.html') askPopupAhead(location.search);
  else askPanelAhead();
  showTheme();
  showDirection();
});
