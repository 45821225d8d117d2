import { act, cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { Picture } from './Picture';

const url = 'https://i.test/1.jpg';
const shown = () => document.querySelector('img')?.getAttribute('src') ?? null;

describe('a picture', () => {
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it('is known to be lazy before it has an address: what was shown lately would be loaded at once, and hold up what is drawn', () => {
    const { container } = render(<Picture url="https://i.pinimg.com/cover.jpg" />);
    const names = container.querySelector('img')?.getAttributeNames() ?? [];
    expect(names).toContain('loading');
    expect(names.indexOf('loading')).toBeLessThan(names.indexOf('src'));
  });

  it('of a row that came while its list was scrolled is asked for where the row stays', () => {
    vi.useFakeTimers();
    render(<Picture url={url} waits />);
    expect(shown()).toBe(null);
    expect(document.querySelector('svg')).toBe(null); // it may be there: no sign says that it is not
    void act(() => void vi.advanceTimersByTime(150));
    expect(shown()).toBe(url);
  });

  it('stays once it is there, also where the list is scrolled again', () => {
    const { rerender } = render(<Picture url={url} />);
    rerender(<Picture url={url} waits />);
    expect(shown()).toBe(url);
  });
});
