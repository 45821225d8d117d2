import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { AppError } from '../../lib/errors';
import { linkKey } from '../../lib/library/link-key';
import { send } from '../../lib/messages/send';
import { ownLinks, type OwnLinks } from '../../lib/storage/late-items';
import { boardRow, libraryStores } from '../../test/library-stores';
import { PagePins } from './PagePins';

vi.mock('../../lib/messages/send', () => ({ send: vi.fn() }));

const page = 'https://kitchen.example/cake';

/** The part with pins that link to the page, whose numbers of 90 days are these; undefined where they can't be read. */
async function show(numbers: (object | undefined)[], links: Partial<OwnLinks> = {}) {
  const pins = { [linkKey(page)!]: numbers.map((_, at): [string, string] => [`${at}`, '1']) };
  const walked = { accountId: 'a', bookmark: null, complete: true, isCut: false, count: 9, pins };
  await ownLinks.setValue({ ...walked, ...links });
  vi.mocked(send).mockImplementation(async (_, asked) => {
    const { input } = asked as { input: { pin_id: string } };
    const of = numbers[Number(input.pin_id)];
    if (!of) throw new AppError('api/unavailable', { status: 503 });
    return { id: input.pin_id, pin_metrics: { '90d': of } };
  });
  const request = async (_: string, work: () => unknown) => work(); // nobody else walks
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
  const { boards } = libraryStores({ boards: [boardRow('1', 'Kitchen ideas')] });
  const onOpenPanel = vi.fn<() => void>();
  render(<PagePins {...{ boards, onOpenPanel }} accountId="a" addresses={[page]} siteUrl="" />);
  const summary = await screen.findByText(/link(s)? here/);
  await act(() => {
    const details = summary.closest('details')!;
    details.open = true;
    fireEvent(details, new Event('toggle'));
  });
  await act(() => new Promise((resolve) => setTimeout(resolve, 10)));
  return { summary, onOpenPanel };
}

const lines = () => screen.getAllByRole('link').map((link) => link.textContent);

afterEach(cleanup);

describe('the pins that link to the page', () => {
  it('have the numbers that are known, and no zero for one that is not', async () => {
    await show([
      { impression: 12, pin_click: 3, clickthrough: 0 },
      { pin_click: 4 },
      {},
      undefined,
    ]);
    expect(lines()).toEqual([
      'Kitchen ideas90 days: 12 impressions · 3 pin clicks · 0 outbound clicks',
      'Kitchen ideas90 days: 4 pin clicks',
      'Kitchen ideasnot counted yet',
      'Kitchen ideasits numbers could not be read',
    ]);
  });

  it('lead to all of them where there are more than fit', async () => {
    const { onOpenPanel } = await show(Array.from({ length: 12 }, () => ({})));
    expect(lines()).toHaveLength(10);
    fireEvent.click(
      screen.getByRole('button', { name: 'All 12 in the side panel, under “This page”' }),
    );
    expect(onOpenPanel).toHaveBeenCalledOnce();
  });

  it('say that the newest were looked at where there are more than are kept', async () => {
    const { summary } = await show([{}], { isCut: true, count: 60_000 });
    expect(summary.textContent).toBe('1 of your pins links here (among your newest 60,000 pins)');
  });
});
