import { afterEach, describe, expect, it, vi } from 'vitest';

import { showFirstTexts } from './first-texts';

const words: Record<string, string> = { tabStats: 'Zahlen', tabPage: 'Seite' };
const textOf = (key: string) =>
  document.querySelector(`[data-text="${key}"]`)?.textContent ?? 'not there';

/** Adds to the page as the browser does that reads it. */
const read = async (html: string) => {
  document.body.insertAdjacentHTML('beforeend', html);
  await Promise.resolve();
};
const endReading = () => document.dispatchEvent(new Event('readystatechange'));

describe("the texts of a view's page", () => {
  afterEach(() => {
    endReading();
    document.body.replaceChildren();
    vi.unstubAllGlobals();
  });

  it('are there as soon as their elements are', async () => {
    vi.stubGlobal('browser', { i18n: { getMessage: (key: string) => words[key] ?? '' } });
    showFirstTexts();
    await read('<button data-text="tabStats"></button>');
    expect(textOf('tabStats')).toBe('Zahlen');
    await read('<button data-text="tabPage"></button>');
    expect(textOf('tabPage')).toBe('Seite');
  });

  it("are left alone once the page is read: its elements are the view's", async () => {
    vi.stubGlobal('browser', { i18n: { getMessage: (key: string) => words[key] ?? '' } });
    showFirstTexts();
    endReading();
    await read('<button data-text="tabStats"></button>');
    expect(textOf('tabStats')).toBe('');
  });

  it('are empty where the browser gives none', async () => {
    showFirstTexts();
    await read('<button data-text="tabStats"></button>');
    expect(textOf('tabStats')).toBe('');
  });
});
