import { beforeEach, expect, it } from 'vitest';

import { keepDirection, showDirection } from './direction';

beforeEach(() => localStorage.clear());

it('begins a view on the side that texts began on when one was last open', () => {
  keepDirection('rtl');

  showDirection();

  expect(document.documentElement.dir).toBe('rtl');
});

it('leaves the side to the browser where no view was open yet', () => {
  showDirection();

  expect(document.documentElement.dir).toBe('');
});
