import type { GalleryState } from './state.ts';
import { composeStates } from './states/compose.tsx';
import { dialogStates } from './states/dialogs.tsx';
import { inPageStates } from './states/in-page.tsx';
import { pageStates } from './states/pages.tsx';
import { panelStates } from './states/panel.tsx';
import { popupStates } from './states/popup.tsx';
import { uiStates } from './states/ui.tsx';

/** Every state of the gallery, in the order in which it shows them. */
export const states: readonly GalleryState[] = [
  ...popupStates,
  ...panelStates,
  ...composeStates,
  ...pageStates,
  ...dialogStates,
  ...inPageStates,
  ...uiStates,
];
