import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { siteHeaders, sitePages, sitePicture } from '../../both/site.ts';

/** A site on `localhost` that a person may allow Tack in. */
export interface Site {
  /** Address of one of its pages. */
  at(page: string): string;
  close(): void;
}

async function sendPicture(url: string, response: ServerResponse): Promise<void> {
  const bytes = await sitePicture(url);
  response.writeHead(bytes ? 200 : 404, { 'content-type': 'image/jpeg' });
  response.end(bytes);
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
    void sendPicture(url, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { at: (page) => `http://localhost:${port}/${page}`, close: () => server.close() };
}
