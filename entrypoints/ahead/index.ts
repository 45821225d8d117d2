import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { showTheme } from '../../lib/appearance';
import { showDirection } from '../../lib/direction';
import { showFirstTexts } from '../../lib/first-texts';
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
  showFirstTexts();
  preload(document.currentScript?.dataset['next']);
});

/** Asks for a file that the view begins with and the first paint does not wait for; its name, which changes with it, is the page's to know. */
function preload(file: string | undefined): void {
  if (!file) return;
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = file;
  document.head.append(link);
}
