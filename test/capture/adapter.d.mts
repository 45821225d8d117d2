import type { BrowserContext, Page, Worker } from '@playwright/test';

/** What the judge of captures takes. */
export interface JudgedCapture {
  image?: string;
  images: { url: string; width: number; height: number }[];
  title?: string;
  description?: string;
  link?: string;
  price?: string | null;
  /** Why it was not read. */
  error?: string;
  /** How long the page's own script took to read it. */
  ms: number;
}

export function capture(place: {
  page: Page;
  context: BrowserContext;
  worker: Worker | undefined;
}): Promise<JudgedCapture>;
