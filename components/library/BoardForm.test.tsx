import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { WantedChange } from '../../lib/changes/queue';
import { AppError } from '../../lib/errors';
import { send } from '../../lib/messages/send';
import { boardRow } from '../../test/library-stores';
import { BoardForm } from './BoardForm';

vi.mock('../../lib/messages/send', () => ({ send: vi.fn() }));

const description = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Description' });

beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= vi.fn<() => void>(function open(
    this: HTMLDialogElement,
  ) {
    this.open = true;
  });
  HTMLDialogElement.prototype.close ??= vi.fn<() => void>();
});
afterEach(cleanup);

describe('the description of a board', () => {
  it('says that it could not be read, and takes words once it was', async () => {
    vi.mocked(send)
      .mockRejectedValueOnce(new AppError('api/unavailable', { status: 503 }))
      .mockResolvedValueOnce({ id: '1', name: 'Kitchen ideas', description: 'As it was' });
    const onDone = vi.fn<(wanted: WantedChange | null) => void>();
    const board = boardRow('1', 'Kitchen ideas');
    render(<BoardForm {...{ board, onDone }} taken={[]} onSecret={null} />);
    expect((await screen.findByRole('alert')).textContent).toMatch(/^What it says could not be/);
    expect(description().disabled).toBe(true);

    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Try again' })));
    await waitFor(() => expect(description().value).toBe('As it was'));
    expect(screen.queryByRole('alert')).toBeNull();
    fireEvent.input(description(), { target: { value: 'As it is' } });
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Save' })));
    expect(onDone).toHaveBeenCalledWith(
      expect.objectContaining({
        input: { board_id: '1', description: 'As it is' },
        back: { board_id: '1', description: 'As it was' },
      }),
    );
  });
});
