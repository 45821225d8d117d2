/**
 * Reads a body as a stream, and gives it up once it is larger than the limit: `whole` is null then.
 *
 * By its reader and not by `for await`: what Firefox lets a content script see of a page's stream can't be iterated
 * (docs/decisions/0020-firefox.md). The bytes are copied into an array of the script's own, whose numbers it may read.
 */
export async function readWithin(body: ReadableStream<Uint8Array<ArrayBuffer>>, limit: number) {
  const reader = body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      return { size, whole: null };
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return { size, whole };
}
