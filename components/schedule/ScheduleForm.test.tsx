import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';

import type { Send } from '../../lib/messages/create-send';
import { readSchedule, saveSchedule } from '../../lib/outbox/schedule-settings';
import { createScheduleStore } from '../../lib/state/schedule';
import { Schedule } from './ScheduleForm';

/** The background's side of the one message that the form sends. */
const background = (async (_: string, settings: never) => {
  await saveSchedule(settings);
  return null;
}) as unknown as Send;

afterEach(cleanup);

it('keeps what is chosen without a button, and of a field that is wrong what it was', async () => {
  const store = createScheduleStore(background);
  await store.getState().load();
  render(<Schedule store={store} />);
  const times = screen.getByRole('textbox', { name: 'Times of a day' });
  fireEvent.input(times, { target: { value: '9:00, soon' } });
  fireEvent.click(screen.getByRole('switch', { name: 'Send what was missed at once' }));

  await screen.findByText(/^Kept/);
  const first = await readSchedule();
  expect(first.settings).toMatchObject({ minutes: [540, 780, 1200], sendMissed: true });

  fireEvent.input(times, { target: { value: '9:00, 10:30' } });
  await screen.findByText(/^Kept/);
  expect((await readSchedule()).settings.minutes).toEqual([540, 630]);
});
