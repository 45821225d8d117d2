import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';

const maxBytes = 20 * 1024 * 1024;
const maxMs = 5000;
const maxRedirects = 5;

/** Names below `localhost` are this machine, which Node's own resolver need not know. */
const lookupLocal: LookupFunction = (hostname, options, callback) => {
  if (!/(^|\.)localhost$/.test(hostname)) {
    lookup(hostname, options, callback);
    return;
  }
  if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};

/**
 * Fetches a picture from its address as a service does: by http or https, within 5 seconds, up to 20 MB.
 *
 * Throws where the address is not reached, answers with anything but 200, or is too slow or too large.
 */
export async function fetchBytes(
  address: string,
  signal = AbortSignal.timeout(maxMs),
): Promise<Buffer> {
  let url = new URL(address);
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    const response = await get(url, signal);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      response.destroy();
      url = new URL(headers.location, url);
      continue;
    }
    if (statusCode !== 200) {
      response.destroy();
      throw new Error(`${url.href} answered ${statusCode}`);
    }
    return read(response);
  }
  throw new Error(`${address} redirects too often`);
}

function get(url: URL, signal: AbortSignal): Promise<http.IncomingMessage> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Error(`${url.protocol} is not fetched`);
  const client = url.protocol === 'http:' ? http : https;
  return new Promise((resolve, reject) => {
    client
      .get(
        url,
        {
          lookup: lookupLocal,
          signal,
          agent: false,
          headers: { 'user-agent': 'LocalPinterest/1.0', accept: 'image/*' },
        },
        resolve,
      )
      .on('error', reject);
  });
}

async function read(response: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new Error(`more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
