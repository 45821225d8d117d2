import { render } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';

import { Picture } from './Picture';

describe('a picture', () => {
  it('is known to be lazy before it has an address: what was shown lately would be loaded at once, and hold up what is drawn', () => {
    const { container } = render(<Picture url="https://i.pinimg.com/cover.jpg" />);
    const names = container.querySelector('img')?.getAttributeNames() ?? [];
    expect(names).toContain('loading');
    expect(names.indexOf('loading')).toBeLessThan(names.indexOf('src'));
  });
});
