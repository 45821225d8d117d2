import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import { AfterPaint } from './AfterPaint';

afterEach(cleanup);

describe('what is shown after the paint of something else', () => {
  it('is there once that is, and stays', async () => {
    const view = (when: boolean) => <AfterPaint when={when}>below</AfterPaint>;
    const { rerender } = render(view(false));
    expect(screen.queryByText('below')).toBeNull();
    rerender(view(true));
    expect(await screen.findByText('below')).toBeTruthy();
    rerender(view(false));
    expect(screen.queryByText('below')).not.toBeNull();
  });
});
