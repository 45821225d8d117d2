import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { siteHeaders, sitePages, sitePicture } from '../../both/site.ts';

/** A site on `localhost` that a person may allow Tack in. */
export interface Site {
  /** Address of one of its pages. */
  at(page: string): string;
  close(): void;
}

/** Serves the site: nothing stands between Firefox and what it asks for, so it is really there. */
export async function serveSite(): Promise<Site> {
  const server = createServer(({ url = '' }, response) => {
    const page = sitePages[url.slice(1)];
    if (page !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...siteHeaders });
      response.end(page);
      return;
    }
    void sitePicture(url).then((bytes) => {
      response.writeHead(bytes ? 200 : 404, { 'content-type': 'image/jpeg' });
      response.end(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { at: (page) => `http://localhost:${port}/${page}`, close: () => server.close() };
}
