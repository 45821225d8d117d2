import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { TextField } from '../ui/Field';
import { followKeys } from './follow-keys';

beforeEach(() => {
  Object.assign(fakeBrowser, {
    commands: { getAll: async () => [{ name: '_execute_action', shortcut: 'Alt+Shift+P' }] },
  });
});

it('a ? shows every key, but not where it is a letter of a text', async () => {
  followKeys();
  render(<TextField label="Title" value="A view beside it" onInput={() => undefined} />);
  const text = document.createElement('textarea');
  document.body.append(text);

  fireEvent.keyDown(text, { key: '?' });
  expect(screen.queryByText('Keys')).toBeNull();

  fireEvent.keyDown(document.body, { key: '?' });
  expect(screen.getByRole('dialog', { name: 'Keys' })).toBeTruthy();
  expect(await screen.findByText('Alt+Shift+P')).toBeTruthy();

  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByText('Keys')).toBeNull();
});
