/** Reads a body as a stream, and gives it up once it is larger than the limit: `whole` is null then. */
export async function readWithin(body: ReadableStream<Uint8Array<ArrayBuffer>>, limit: number) {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) return { size, whole: null }; // leaving the loop ends the stream
    chunks.push(chunk);
  }
  return { size, whole: new Uint8Array(await new Blob(chunks).arrayBuffer()) };
}
