import { readFile } from 'node:fs/promises';
export { putRows } from './outbox.ts';
export async function sampleRows(n: number) {
  const job = JSON.parse(await readFile('/tmp/tack/box/test/golden/tack-jobs-1.json', 'utf8'));
  const now = Date.now();
  const st: any[] = [
    {
      stage: { name: 'queued' },
      pause: { kind: 'held', because: { code: 'api/not-found', data: { kind: 'board' } } },
    },
    { stage: { name: 'verified', pinId: '9007', createdAt: '', twinIds: [] }, pause: null },
    {
      stage: { name: 'queued' },
      pause: {
        kind: 'waiting',
        until: now + 600000,
        because: { code: 'api/unavailable', data: { status: 503 } },
      },
    },
    { stage: { name: 'created', pinId: '9008', createdAt: '', verifyAt: now + 9e8 }, pause: null },
    {
      stage: { name: 'queued' },
      pause: { kind: 'waiting', until: now + 9e7, because: { code: 'scheduled' } },
    },
    {
      stage: { name: 'creating', since: now, unknown: true, absentAt: [] },
      pause: { kind: 'held', because: { code: 'outbox/unsure' } },
    },
    { stage: { name: 'cancelled', pinId: null }, pause: null },
  ];
  const t = [
    'Panna cotta with berries',
    'A very long title of a pin that goes on and on over the whole width',
    'Kitchen shelf',
    'Garden path in spring',
    '',
  ];
  return Object.fromEntries(
    Array.from({ length: n }, (_, i) => [
      `s-${i}`,
      {
        ...job,
        id: `s-${i}`,
        ...st[i % st.length],
        content: {
          ...job.content,
          title: t[i % t.length],
          sectionName: i % 3 === 0 ? 'Sweet things' : null,
        },
        media: { kind: 'url', url: 'https://kitchen.example/p.jpg' },
        queuedAt: now - i * 1000,
        updatedAt: now,
      },
    ]),
  );
}
