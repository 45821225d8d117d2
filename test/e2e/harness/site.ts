import { siteHeaders as headers, sitePages, sitePicture } from '../../both/site.ts';
import type { Person } from './person.ts';

/** Addresses of the site's pages; `nopin` is the same as `page`, and wants none of it pinned. */
export interface Site {
  page: string;
  nopin: string;
}

/**
 * Serves the pages and their pictures on `localhost`: the browser lets a page that came from no network ask none of this
 * machine.
 */
export async function serveSite({ context }: Person, port: number): Promise<Site> {
  const site = `http://localhost:${port}`;
  for (const [name, body] of Object.entries(sitePages)) {
    await context.route(`${site}/${name}`, (route) =>
      route.fulfill({ contentType: 'text/html', headers, body }),
    );
  }
  await context.route(`${site}/photos/*`, async (route) => {
    const body = await sitePicture(route.request().url());
    await route.fulfill(body ? { contentType: 'image/jpeg', body } : { status: 404 });
  });
  return { page: `${site}/gallery`, nopin: `${site}/nopin` };
}
