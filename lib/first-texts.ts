/** As much of the browser's own API as is there before any script of a view is. */
interface Api {
  i18n: { getMessage(key: string): string };
}

const world = globalThis as { browser?: Api; chrome?: Api };

/**
 * Writes the texts of what a view's page has in its HTML, each by its key in `data-text`: it is painted before the scripts
 * that write all others are there.
 */
export function showFirstTexts(): void {
  const texts = (world.browser ?? world.chrome)?.i18n;
  const write = () => {
    for (const each of document.querySelectorAll<HTMLElement>('[data-text]:empty'))
      each.textContent = texts?.getMessage(each.dataset['text'] ?? '') ?? '';
  };
  // As they are read: the page can be painted before all of it is.
  const reading = new MutationObserver(write);
  reading.observe(document, { childList: true, subtree: true });
  // Before the view's own script takes over.
  document.addEventListener('readystatechange', () => (write(), reading.disconnect()), {
    once: true,
  });
}
