import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import type { AppView, ConnectedAccount } from '../../lib/auth/types';
import type { Send } from '../../lib/messages/create-send';
import { createAccountStore } from '../../lib/state/account';
import { ConnectSteps } from './ConnectSteps';

const silent = (() => new Promise(() => undefined)) as Send;
const app: AppView = {
  isReady: false,
  appId: '',
  hasSecret: false,
  environment: 'production',
  brokerUrl: '',
  inTab: false,
  redirectUri: 'https://x.example/',
  redirectUris: { browser: 'https://x.example/', tab: 'http://localhost:8085/' },
};
const account = { id: '1', username: 'linda' } as ConnectedAccount;

function setUp(changes: Partial<AppView> = {}) {
  const store = createAccountStore(silent);
  store.setState({ status: 'signed-out', app: { ...app, ...changes } });
  const nothing = () => undefined;
  render(<ConnectSteps account={store} onCopy={nothing} onConnect={nothing} />);
  return store;
}

const done = () =>
  [...document.querySelectorAll('.step[data-done] h3')].map(
    ({ firstChild }) => firstChild?.textContent,
  );

afterEach(cleanup);

describe('the steps to a connected account', () => {
  it('tick what Tack saw: the id and the secret as they are kept, the app once Pinterest takes them', async () => {
    const store = setUp({ isReady: true, appId: '12', hasSecret: true });
    expect(done()).toEqual(['Tell Tack its id and secret']);

    await act(() => store.setState({ check: { secret: null, redirect: 'untested' } }));
    expect(done()).toEqual(['Have an app at Pinterest', 'Tell Tack its id and secret']);
  });

  it('are three ways, and that by a broker asks for no app', async () => {
    setUp();
    fireEvent.click(screen.getByRole('radio', { name: 'A token broker' }));

    await screen.findByRole('textbox', { name: 'Address of the broker' });
    expect(screen.queryByRole('heading', { name: /Have an app/ })).toBeNull();
    expect(screen.queryByRole('radio', { name: 'My own app' })).toBeNull();
  });

  it('begin with the broker where one is kept', () => {
    setUp({ brokerUrl: 'https://broker.example/' });
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'A token broker' }).checked).toBe(
      true,
    );
  });

  it('end with the account, the next step, and the keyboard on them', async () => {
    const store = setUp();
    await act(() => store.setState({ status: 'connected', account }));

    const said = screen.getByText(/Connected as @linda/).closest('[tabindex]');
    expect(document.activeElement).toBe(said);
    expect(said?.textContent).toContain('Next:');
  });

  it('leave the keyboard where it is with an account that was connected before', async () => {
    const store = createAccountStore(silent);
    render(<ConnectSteps account={store} onCopy={() => undefined} onConnect={() => undefined} />);
    await act(() => store.setState({ status: 'connected', account }));
    expect(document.activeElement).toBe(document.body);
  });
});
