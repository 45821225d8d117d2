import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/** One exchange with the API, as a line of the record. */
export interface Exchange {
  method: string;
  url: string;
  requestHeaders: Record<string, string>;
  requestBody: unknown;
  status: number;
  responseHeaders: Record<string, string>;
  responseBody: unknown;
  scopes?: string[];
  fault?: true;
  /** Has to do with images by id, which the description does not know: its bodies can't be held against it. */
  beyond?: true;
  operation?: string;
  at: string;
}

/** Bodies beyond this many characters are cut in the record, at their base64 data. */
const longBody = 256 * 1024;

/** Tells whether an exchange is beyond Pinterest's description: an image is registered, asked after, or made a pin by its id. */
export function isBeyond(operation: string, request: string, reply: unknown): boolean {
  if (operation === 'pins/create') return /"source_type"\s*:\s*"image_id"/.test(request);
  const isImage = /"media_type"\s*:\s*"image"/;
  return (
    operation.startsWith('media/') && (isImage.test(request) || isImage.test(JSON.stringify(reply)))
  );
}

/** Writes exchanges to a file, one JSON line each, before their reply is sent. Secrets are masked. */
export class Recorder {
  private readonly file: string | undefined;

  constructor(file: string | undefined) {
    this.file = file;
    if (file !== undefined) mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  }

  write(exchange: Exchange): void {
    if (this.file === undefined) return;
    appendFileSync(this.file, `${mask(JSON.stringify(shorten(exchange)))}\n`);
  }
}

/** Hides tokens, codes and the app's secret, and keeps what shows of which kind they are. */
export function mask(line: string): string {
  return line
    .replaceAll(/\b(pin[acr]_)[\w-]+/g, '$1*****')
    .replaceAll(/\b(Basic|Bearer) (?!pin)[^"\s]+/gi, '$1 *****')
    .replaceAll(/\b((?:code|client_secret)=)[\w%.-]+/g, '$1*****');
}

function shorten(exchange: Exchange): Exchange {
  const { requestBody } = exchange;
  if (typeof requestBody !== 'string' || requestBody.length < longBody) return exchange;
  return {
    ...exchange,
    requestBody: requestBody.replaceAll(/([A-Za-z0-9+/]{1000})[A-Za-z0-9+/=]+/g, '$1'),
  };
}
