import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { answering, statsProps } from '../../test/stats-view';
import { ReportOrder } from './ReportOrder';

function show(answers: Parameters<typeof answering>[0]) {
  const { ask, asked } = answering({
    'analytics/create_report': () => ({ token: 'order', report_status: 'IN_PROGRESS' }),
    ...answers,
  });
  const onOpenUrl = vi.fn();
  const element = (
    <ReportOrder
      {...{ ...statsProps, ask, onOpenUrl }}
      adAccountId="5"
      period={{ from: '2026-03-01', to: '2026-03-09' }}
      granularity="DAY"
      columns={['CTR']}
    />
  );
  const { unmount } = render(element);
  return { asked, onOpenUrl, leave: unmount, comeBack: () => render(element) };
}

const orderIt = () => fireEvent.click(screen.getByRole('button', { name: 'Order report' }));
const openIt = async () =>
  fireEvent.click(await screen.findByRole('button', { name: 'Open the report' }));

afterEach(cleanup);

describe('a report', () => {
  it('is opened at an address that is asked for anew, as each is good for minutes', async () => {
    let times = 0;
    const { onOpenUrl } = show({
      'analytics/get_report': () => ({
        report_status: 'FINISHED',
        url: `https://r.example/${++times}`,
      }),
    });
    orderIt();
    await openIt();
    await vi.waitFor(() => expect(onOpenUrl).toHaveBeenCalledWith('https://r.example/2'));
  });

  it('is said to be gone where it is, and no dead address is opened', async () => {
    const answers = [{ report_status: 'FINISHED', url: 'https://r.example/1' }];
    const { onOpenUrl } = show({
      'analytics/get_report': () => answers.shift() ?? { report_status: 'EXPIRED', url: null },
    });
    orderIt();
    await openIt();
    expect(await screen.findByText(/no longer there/)).toBeTruthy();
    expect(onOpenUrl).not.toHaveBeenCalled();
  });

  it('is found again where its view was left', async () => {
    const { leave, comeBack, asked } = show({
      'analytics/get_report': () => ({ report_status: 'FINISHED', url: 'https://r.example/1' }),
    });
    orderIt();
    await screen.findByText('The report is ready.');
    leave();
    comeBack();
    expect(await screen.findByText('The report is ready.')).toBeTruthy();
    expect(asked('analytics/create_report')).toHaveLength(1);
  });

  it('is none where Pinterest gives no token, and another can be ordered', async () => {
    show({ 'analytics/create_report': () => ({ report_status: 'FAILED' }) });
    orderIt();
    expect(await screen.findByText('Pinterest made no report (FAILED).')).toBeTruthy();
    const button = screen.getByRole('button', { name: 'Order report' });
    expect(button.getAttribute('aria-disabled')).toBeNull();
  });
});
