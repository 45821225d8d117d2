import { describe, expect, it } from 'vitest';

import { isPageAnswer } from './page-answers';
import type { PageMessageType } from './page-protocol';

const frame = {
  url: 'blob:https://a.test/1',
  kind: 'video',
  seconds: 1.5,
  width: 640,
  height: 360,
  thumbnail: 'data:image/webp;base64,AA',
};
const rect = { left: -3, top: 0, width: 10, height: 10 };

describe('isPageAnswer', () => {
  it.each<[PageMessageType, unknown]>([
    ['page/frames', []],
    ['page/frames', [frame, { ...frame, url: 'frame:1', kind: 'canvas', thumbnail: '' }]],
    ['page/measure', [{ url: 'https://a.test/a.jpg', width: 0, height: 0 }]],
    ['page/locate', null],
    ['page/locate', { rect, view: { width: 800, height: 600 } }],
    ['page/read-bytes', { ok: true, base64: 'AA' }],
    ['page/read-bytes', { ok: false, reason: 'not-fetched', status: 404, bytes: 0 }],
    ['page/toast', null],
  ])('takes what %s is answered: %j', (type, answer) => {
    expect(isPageAnswer(type, answer)).toBe(true);
  });

  // S04
  it.each<[PageMessageType, unknown]>([
    ['page/frames', null],
    ['page/frames', [{ ...frame, thumbnail: 'http://192.168.0.1/a.png' }]],
    ['page/frames', [{ ...frame, url: 'http://localhost/a.png' }]],
    ['page/frames', [{ ...frame, width: Number.NaN }]],
    ['page/frames', Array.from({ length: 51 }, () => frame)],
    ['page/measure', [{ url: 3, width: 1, height: 1 }]],
    ['page/measure', { url: 'https://a.test/', width: 1, height: 1 }],
    ['page/locate', { rect, view: null }],
    ['page/read-bytes', { ok: true }],
    ['page/read-bytes', { ok: false, reason: 'why not', status: 0, bytes: 0 }],
  ])('takes nothing else for what %s is answered: %j', (type, answer) => {
    expect(isPageAnswer(type, answer)).toBe(false);
  });
});
