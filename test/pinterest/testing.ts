import http from 'node:http';

import sharp from 'sharp';

import { scopeWords } from './operations.ts';
import type { LocalPinterest } from './server.ts';

/** What came back, its body parsed where it is JSON. */
export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  bytes: Buffer;
  text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests read bodies of every shape
  body: any;
}

export interface Ask {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** Asks a host below `localhost`, whatever Node's resolver knows, on a connection of its own. */
export function ask(
  address: string,
  { method = 'GET', headers = {}, body }: Ask = {},
): Promise<Answer> {
  const url = new URL(address);
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: '127.0.0.1',
        port: url.port,
        path: url.pathname + url.search,
        method,
        agent: false,
        headers: {
          host: url.host,
          ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const text = bytes.toString();
          resolve({
            bytes,
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
            body: parse(text),
          });
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const allScopes = Object.keys(scopeWords);

/** Asks the API as a signed-in app. */
export function caller(pinterest: LocalPinterest, scopes = allScopes, username = 'linda_kitchen') {
  const token = pinterest.signIn(scopes, username).access.value;
  return (method: string, path: string, body?: unknown) =>
    ask(`${pinterest.apiUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
}

/** Sends a form, as browsers and OAuth clients do. */
export function postForm(
  address: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) {
  return ask(address, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  });
}

/** Gives the header that the token endpoint wants. */
export function basic({ id, secret }: { id: string; secret: string }) {
  return { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
}

/** Makes a small picture of one colour. */
export function picture(
  width = 300,
  height = 450,
  background = '#7a5c3e',
  format: 'jpeg' | 'png' | 'webp' = 'jpeg',
) {
  return sharp({ create: { width, height, channels: 3, background } })
    .toFormat(format)
    .toBuffer();
}

/** Writes a day, so many days before today in UTC, as the API takes it. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

/** Sends a form with a file as S3 wants it: fields in order, the file where the list has it. */
export function postFile(
  address: string,
  fields: [name: string, value: string][],
  file: Buffer,
  fileFirst = false,
) {
  const boundary = 'local-boundary';
  const part = (name: string, value: string | Buffer, extra = '') =>
    Buffer.concat([
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${extra}\r\n\r\n`,
      ),
      Buffer.from(value),
      Buffer.from('\r\n'),
    ]);
  const before = fields.map(([name, value]) => part(name, value));
  const bytes = part('file', file, '; filename="clip.mp4"\r\nContent-Type: video/mp4');
  const parts = fileFirst ? [bytes, ...before] : [...before, bytes];
  return ask(address, {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  });
}

/** Gives bytes that begin as an MP4 does. */
export function clip(size = 4096): Buffer {
  const bytes = Buffer.alloc(size, 7);
  bytes.writeUInt32BE(24, 0);
  bytes.write('ftypmp42', 4, 'latin1');
  return bytes;
}
