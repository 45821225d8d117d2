import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';

import { aJob } from '../../lib/outbox/testing-board';
import type { Job } from '../../lib/outbox/types';
import { JobRow } from './JobRow';

afterEach(cleanup);

/** Draws a row of the outbox, and gives the address that it opened last. */
function drawRow(more: Partial<Job>) {
  const onOpenUrl = vi.fn();
  const nothing = vi.fn();
  render(
    <JobRow
      job={{ ...aJob(), media: { kind: 'url', url: '' }, ...more }}
      now={Date.now()}
      chosen={false}
      siteUrl="https://www.pinterest.com"
      boards={{} as never}
      boardsUrl={() => ''}
      readBytes={async () => null}
      {...{ onChoose: nothing, onUndo: nothing, onRetry: nothing, onEdit: nothing }}
      {...{ onResolve: nothing, onSchedule: nothing, onAction: nothing, onOpenUrl }}
    />,
  );
  return onOpenUrl;
}

it('tells of a copy that is left of a pin that was taken back, and leads to it', () => {
  const onOpenUrl = drawRow({
    undo: true,
    stage: { name: 'cancelled', pinId: '7', twinIds: ['8'] },
  });

  expect(screen.getByText('A second copy of this pin is still there.')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Open' }));
  expect(onOpenUrl).toHaveBeenCalledWith('https://www.pinterest.com/pin/8/');
});

it('says that a pin is taken back once it is off the board, though a copy is still looked for', () => {
  drawRow({ undo: true, stage: { name: 'removing', pinId: '7', lookAt: Date.now() + 60_000 } });

  expect(screen.getByText('Taken back from Kitchen ideas')).toBeDefined();
});

it('offers no Undo of a pin that only the person knows', () => {
  drawRow({ stage: { name: 'verified', pinId: '', createdAt: '', twinIds: [] } });

  expect(screen.getByText('Pinned to Kitchen ideas')).toBeDefined();
  expect(screen.queryByRole('button', { name: /Cancel|Undo/ })).toBeNull();
});
