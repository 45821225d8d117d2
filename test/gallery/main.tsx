// oxlint-disable-next-line import/no-unassigned-import -- it stops the clock for what comes after it
import './clock.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import './gallery.css';
import { render, type ComponentChildren } from 'preact';

import { showLanguage } from '../../lib/i18n';
import { account, app, boards, capture, draft, isReading, jobs, longWords } from './data.ts';
import { Index } from './Index.tsx';
import { pins } from './numbers.ts';
import { sizes, type GalleryState } from './state.ts';
import { states } from './states.ts';

const query = new URLSearchParams(location.search);
const root = document.querySelector('#app')!;
const asked = states.find(({ name }) => name === query.get('state'));

/** Draws one state; the page says when it is as it is to be looked at. */
async function show({ name, size, draw, act, isWhole, isLoading }: GalleryState): Promise<void> {
  document.title = name;
  document.documentElement.dataset['size'] = size;
  showLanguage();
  await forget();
  document.documentElement.dataset['theme'] = query.get('theme') ?? 'system';
  const drawn = await draw();
  render(isWhole ? drawn : <Part name={name}>{drawn}</Part>, root);
  await act?.();
  await settled();
  if (!isLoading) await loaded();
  document.documentElement.dataset['ready'] = '';
}

/** Takes away what other states wrote: each looks the same whichever was opened before it. */
async function forget(): Promise<void> {
  const kept = await indexedDB.databases();
  await Promise.all(
    kept.map(({ name = '' }) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const request = indexedDB.deleteDatabase(name);
      for (const end of ['success', 'error', 'blocked'])
        request.addEventListener(end, () => resolve());
      return promise;
    }),
  );
}

/** A part of a view, in the page that it would be in. */
const Part = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <main class="gallery-part">
    <h1 class="spoken">{name}</h1>
    {children}
  </main>
);

/** Waits until nothing stands in for what is still to come. */
async function loaded(): Promise<void> {
  while (isReading() || document.querySelector('.skeleton')) await settled();
}

/** Waits until nothing was drawn for a while: what comes late is there, and what never comes was waited for. */
async function settled(): Promise<void> {
  await document.fonts.ready;
  const { promise, resolve } = Promise.withResolvers<void>();
  let timer = setTimeout(resolve, QUIET_MS);
  const watcher = new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(resolve, QUIET_MS);
  });
  watcher.observe(document.body, { childList: true, subtree: true, attributes: true });
  await promise;
  watcher.disconnect();
}

const QUIET_MS = 120;

/** All states as data, for what goes through them, and the words that are the person's and not Tack's. */
const list = () => ({
  states: states.map(({ name, size }) => ({ name, size, ...sizes[size] })),
  own: JSON.stringify([account, app, boards, capture, draft(), jobs, longWords, pins]),
});

// Not waited for here: what is loaded late needs this module to have ended.
if (asked) void show(asked);
else if (query.has('list')) root.textContent = JSON.stringify(list());
else render(<Index states={states} sizes={sizes} />, root);
