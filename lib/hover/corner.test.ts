import { describe, expect, it } from 'vitest';

import { cornerFor } from './corner';

const picture = { left: 100, top: 200, right: 500, bottom: 600 };
const screen = { width: 1000, height: 800 };
const button = { width: 60, height: 32 };

describe('the place of the button', () => {
  it('is the upper left corner of the picture', () => {
    expect(cornerFor(picture, screen, button, () => true)).toEqual({ left: 108, top: 208 });
  });

  it('is in sight, where the picture is only in part', () => {
    const scrolled = { left: -50, top: -300, right: 500, bottom: 400 };

    expect(cornerFor(scrolled, screen, button, () => true)).toEqual({ left: 8, top: 8 });
  });

  it('is the next corner where the page has a control in the first', () => {
    expect(cornerFor(picture, screen, button, ({ x }) => x > 300)).toEqual({ left: 432, top: 208 });
  });

  it('is none where every corner is taken, or too little is in sight', () => {
    expect(cornerFor(picture, screen, button, () => false)).toBeNull();
    expect(cornerFor({ ...picture, bottom: 230 }, screen, button, () => true)).toBeNull();
  });
});
