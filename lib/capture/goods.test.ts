import { describe, expect, it } from 'vitest';

import { amount, minutesOf } from './goods';

describe('amount', () => {
  it.each([
    ['17.99', '17.99'],
    ['$1,299', '1299'],
    ['1.299,00 €', '1299.00'],
    ['1 299,50 kr', '1299.50'],
    ['29,9', '29.9'],
    ['0,999', '0.999'],
    ['CHF 1’299', '1299'],
    ['12.', '12'],
  ])('reads %s as %s', (text, expected) => {
    expect(amount(text)).toBe(expected);
  });

  it.each(['', 'free', '5.29 - 9.56', '£5–£9'])('reads no price in %j', (text) => {
    expect(amount(text)).toBeNull();
  });
});

describe('minutesOf', () => {
  it.each([
    ['PT1H20M', 80],
    ['P0DT35M', 35],
    ['P1D', 1440],
    ['PT45M30S', 45],
  ])('reads %s as %i', (text, expected) => {
    expect(minutesOf(text)).toBe(expected);
  });

  it.each(['', 'PT', '45 minutes', 'PT0M'])('reads nothing in %j', (text) => {
    expect(minutesOf(text)).toBeNull();
  });
});
