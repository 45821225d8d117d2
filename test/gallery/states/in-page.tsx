import { regionLabels } from '../../../lib/drafts/region';
import { showRegion } from '../../../lib/grab/region';
import { createHoverButton } from '../../../lib/hover/button';
import { t } from '../../../lib/i18n';
import type { ToastState } from '../../../lib/messages/protocol';
import { toastLabels } from '../../../lib/outbox/toast';
import { showToast } from '../../../lib/toast/toast';
import { longWords, picture } from '../data.ts';
import type { GalleryState } from '../state.ts';
import { nothing } from '../stores.ts';

/** In a person's page it is closed to everybody; here what looks at a state has to see into it. */
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function open(options) {
  return attach.call(this, { ...options, mode: 'open' });
};

/** Waits until what stands in the page says a text. */
async function says(name: string, text: string): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const root = document.querySelector(name)?.shadowRoot;
    if (root?.textContent.includes(text)) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${name} does not say “${text}”.`);
}

const state = (name: string, act: () => Promise<void>): GalleryState => ({
  name: `in a page/${name}`,
  size: 'popup',
  draw: () => <img src={picture(2, 320, 420)} alt={longWords.name} />,
  act,
});

const toast = (name: string, board: string, said: () => ToastState): GalleryState =>
  state(`toast, ${name}`, async () => {
    const ask = { state: async () => said(), undo: async () => {}, change: async () => {} };
    showToast(toastLabels(board), ask);
    await says('[data-tack-toast]', said().text);
  });

const pinned = (board: string) => () =>
  ({
    phase: 'pinned',
    text: t('toastPinned', board),
    pinUrl: 'https://www.pinterest.com/pin/1/',
  }) as const;

/** What Tack draws into a person's page. */
export const inPageStates: GalleryState[] = [
  toast('on its way', 'Bread', () => ({ phase: 'working', text: t('toastWorking', 'Bread') })),
  toast('waiting for a second thought', 'Bread', () => ({
    phase: 'working',
    text: t('toastWorking', 'Bread'),
    waits: true,
  })),
  toast('pinned', 'Bread', pinned('Bread')),
  toast('long words', longWords.name, pinned(longWords.name)),
  toast('undone', 'Bread', () => ({ phase: 'undone', text: t('toastUndone', 'Bread') })),
  toast('kept', 'Bread', () => ({ phase: 'problem', text: t('toastHeld', 'Bread') })),
  state('button on a picture', async () => {
    const words = { text: t('hoverPin'), label: t('menuPinImage') };
    createHoverButton({ ...words, onClick: nothing }).show(document.querySelector('img')!);
    await says('[data-tack-hover]', t('hoverPin'));
  }),
  state('part of the screen', async () => {
    showRegion(regionLabels(), { take: async () => {}, end: nothing });
    await says('[data-tack-region]', t('regionUse'));
  }),
];
