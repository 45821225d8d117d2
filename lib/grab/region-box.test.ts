import { describe, expect, it } from 'vitest';

import { afterKey, between, inView, middleOf } from './region-box';

const view = { width: 1000, height: 500 };
const box = { left: 100, top: 100, width: 200, height: 100 };
const press = (key: string, { shiftKey = false, altKey = false } = {}) =>
  afterKey(box, { key, shiftKey, altKey }, view);

describe('the box of a region', () => {
  it('begins in the middle of the view', () => {
    expect(middleOf(view)).toEqual({ left: 200, top: 100, width: 600, height: 300 });
  });

  it('is drawn from any corner to the other, and not by a click', () => {
    const drawn = { left: 10, top: 20, width: 90, height: 60 };

    expect(between({ x: 10, y: 20 }, { x: 100, y: 80 })).toEqual(drawn);
    expect(between({ x: 100, y: 20 }, { x: 10, y: 80 })).toEqual(drawn);
    expect(between({ x: 100, y: 20 }, { x: 103, y: 80 })).toBeNull();
  });

  it('is moved by arrow keys, by one pixel with Alt', () => {
    expect(press('ArrowLeft')).toEqual({ ...box, left: 90 });
    expect(press('ArrowDown')).toEqual({ ...box, top: 110 });
    expect(press('ArrowRight', { altKey: true })).toEqual({ ...box, left: 101 });
  });

  it('is sized by arrow keys with Shift', () => {
    expect(press('ArrowRight', { shiftKey: true })).toEqual({ ...box, width: 210 });
    expect(press('ArrowUp', { shiftKey: true, altKey: true })).toEqual({ ...box, height: 99 });
  });

  it('leaves other keys alone', () => {
    expect(press('Enter')).toBeNull();
    expect(press('a')).toBeNull();
  });

  it('stays in the view, and large enough to be seen', () => {
    expect(inView({ left: -5, top: 900, width: 4000, height: 1 }, view)).toEqual({
      left: 0,
      top: 492,
      width: 1000,
      height: 8,
    });
  });
});
