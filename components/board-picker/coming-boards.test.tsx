import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';

import type { BoardChoice } from '../../lib/drafts/types';
import { createBoardsStore } from '../../lib/state/boards';
import { boardRow } from '../../test/library-stores';
import { BoardPicker } from './BoardPicker';

afterEach(cleanup);

it('offers to make a board only once it is known which there are, and Enter waits for that', async () => {
  const store = createBoardsStore(() => new Promise(() => undefined));
  store.setState({ status: 'loading' });
  const onChange = vi.fn<(choice: BoardChoice) => void>();
  const onEnter = vi.fn<() => void>();
  render(<BoardPicker {...{ store, onChange, onEnter }} value={null} onSecret={null} />);
  const input = screen.getByRole('combobox', { name: 'Board' });
  const options = () =>
    screen.queryAllByRole('option').map((each) => each.getAttribute('aria-label'));

  fireEvent.input(input, { target: { value: 'kitch' } });
  fireEvent.keyDown(input, { key: 'Enter' });
  expect(options()).toEqual([]);
  expect(onEnter).not.toHaveBeenCalled();

  await act(() => store.setState({ boards: [boardRow('1', 'Kitchen ideas')], status: 'ready' }));
  expect(options()).toEqual(['Kitchen ideas, 3 pins', 'Create “kitch”']);
  fireEvent.keyDown(input, { key: 'Enter' });
  expect(onChange).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ boardId: '1' }));
});
