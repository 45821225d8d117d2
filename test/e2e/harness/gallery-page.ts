import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { root, run } from '../../../scripts/run.ts';

/** Each worker of the tests has its own: one that builds would take the files from under the other. */
const built = path.join(root, '.output', `gallery-${process.env['TEST_PARALLEL_INDEX'] ?? 'own'}`);
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.jpg': 'image/jpeg',
};

/** Builds the gallery. */
export async function buildGallery(): Promise<void> {
  const { ok, output } = await run('vite', [
    'build',
    '--config',
    'test/gallery/vite.config.ts',
    '--outDir',
    built,
  ]);
  if (!ok) throw new Error(`The gallery did not build.\n${output}`);
}

/** Serves the built gallery on a free port of this machine. */
export async function serveGallery(): Promise<{ server: Server; url: string }> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = path.join(built, pathname === '/' ? 'index.html' : path.normalize(pathname));
    const body = await readFile(file).catch(() => null);
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(body ? 200 : 404, { 'content-type': type }).end(body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://localhost:${(server.address() as AddressInfo).port}/` };
}

/** A state as the gallery's index has it. */
export interface ListedState {
  name: string;
  size: string;
  width: number;
  height: number;
}

/** All states of the gallery, and the words in them that are not Tack's. */
export interface StateList {
  states: ListedState[];
  own: string;
}

/** Gives all states of the gallery. */
export async function listStates(page: Page, url: string): Promise<StateList> {
  await page.goto(`${url}?list`);
  return JSON.parse(await page.locator('#app').innerText()) as StateList;
}

/** Where a state is. */
export const stateUrl = (url: string, { name }: ListedState, language: string): string =>
  `${url}?${new URLSearchParams({ state: name, language })}`;

/** The room that a state has; at 200 % it is half, and 240 px at least. A popup keeps its width: the browser makes it larger. */
export const roomOf = ({ size, width, height }: ListedState, zoom = 1) => ({
  width: size === 'popup' ? width : Math.max(240, width / zoom),
  height: Math.round(height / zoom),
});

/** Opens one state at its own size. */
export async function openState(
  page: Page,
  url: string,
  state: ListedState,
  { language = 'en', zoom = 1 }: { language?: string; zoom?: 1 | 2 } = {},
): Promise<void> {
  await page.setViewportSize(roomOf(state, zoom));
  await page.goto(stateUrl(url, state, language));
  await page.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 15_000 });
}
