// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';

import { captureDocument } from './capture';
import type { Capture } from './types';

const { happyDOM } = window as unknown as { happyDOM: { setURL(url: string): void } };

const origin = 'https://app.test';

const head =
  '<title>Bread | App</title><link rel="canonical" href="/tea"><meta property="og:title" content="Tea">' +
  '<meta property="og:url" content="/tea"><meta property="og:image" content="/tea.jpg">' +
  '<meta property="og:description" content="All of tea"><meta property="og:site_name" content="App">' +
  '<script type="application/ld+json">{"@type":"Recipe","name":"Tea","image":"/tea-2.jpg"}</script>';

/** What is captured of a page that was loaded at one path and is at another now. */
function captureAt(
  now: string,
  { loaded, html = head }: { loaded: string; html?: string },
): Capture {
  const entry = { name: origin + loaded } as PerformanceEntry;
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([entry]);
  happyDOM.setURL(origin + now);
  document.head.innerHTML = html;
  document.body.innerHTML = '<h1>Bread</h1><img src="/bread.jpg" width="600" height="400">';
  return captureDocument(document);
}

afterEach(() => {
  document.head.innerHTML = '';
  document.body.innerHTML = '';
});

const names = ({ images }: Capture) => images.map(({ url }) => url.replace(`${origin}/`, ''));

describe('the head of a page that changed its address by itself', () => {
  it('is of the page before: title, link, picture and data are those that are shown', () => {
    const found = captureAt('/bread', { loaded: '/tea' });

    expect(found.page).toMatchObject({
      title: 'Bread | App',
      description: '',
      link: `${origin}/bread`,
      siteName: 'App',
      recipe: null,
    });
    expect(names(found)).toEqual(['bread.jpg', 'tea.jpg']);
  });

  it.each([
    ['where the path is the same', '/tea?from=bread#top', '/tea', head],
    ['where only a slash is more', '/tea/', '/tea', head],
    ['where its link names the address', '/tea', '/bread', head],
    ['where its og:url does', '/tea', '/bread', head.replace(/<link[^>]*>/, '')],
    ['where the browser does not say how it was loaded', '/tea', '', head],
  ])('holds %s', (_, now, loaded, html) => {
    const found = captureAt(now, { loaded, html });

    expect(found.page).toMatchObject({ title: 'Tea', link: `${origin}/tea` });
    expect(names(found)[0]).toBe('tea.jpg');
  });

  it('still keeps the whole app from being pinned', () => {
    const html = '<meta name="pinterest" content="nopin">';
    expect(captureAt('/bread', { loaded: '/tea', html }).page.nopin).toEqual({ reason: '' });
  });

  it('counts where its data names the address', () => {
    const html = `${head}<script type="application/ld+json">{"@type":"Recipe","name":"Bread","url":"${origin}/bread","image":"/bread.jpg"}</script>`;
    expect(captureAt('/bread', { loaded: '/tea', html }).page.title).toBe('Bread');
  });
});
