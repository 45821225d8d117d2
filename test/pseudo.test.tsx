import { cleanup, render, screen } from '@testing-library/preact';
import type { JSX } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { AppTest } from '../components/account/AppTest';
import { TabSignIn } from '../components/account/TabSignIn';
import { TokenForm } from '../components/account/TokenForm';
import { AskLane } from '../components/composer/AskLane';
import { CropDialog } from '../components/composer/CropDialog';
import { Footer } from '../components/composer/Footer';
import { LintList } from '../components/composer/LintList';
import { KeysDialog } from '../components/keys/KeysDialog';
import { About } from '../components/settings/About';
import { Appearance } from '../components/settings/Appearance';
import { Defaults } from '../components/settings/Defaults';
import { Menus } from '../components/settings/Menus';
import { MaySee } from '../components/welcome/MaySee';
import { Practice } from '../components/welcome/Practice';
import { sampleDraft } from '../components/welcome/sample';
import messages from '../public/_locales/en/messages.json';

/*
 * The pseudo-locale: every text stands in brackets and is half as long again. What a view shows outside of brackets was
 * written into it and can't be translated.
 */
const OPEN = '⟦';
const CLOSE = '⟧';

function pseudo(key: string, values: string | string[] = []): string {
  if (key === 'localeCode') return 'en';
  const text = (messages as Record<string, { message: string }>)[key]?.message ?? '';
  const filled = text.replace(/\$(\d)/g, (_, at: string) => [values].flat()[Number(at) - 1] ?? '');
  return text === '' ? '' : `${OPEN}${filled}${'·'.repeat(Math.ceil(text.length / 2))}${CLOSE}`;
}

beforeEach(() => {
  vi.stubGlobal('fetch', async () => new Response()); // for the picture that comes with Tack
  Object.assign(fakeBrowser.i18n, { getMessage: pseudo });
  Object.assign(fakeBrowser, {
    runtime: Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '1.0' }) }),
    commands: { getAll: async () => [{ name: '_execute_action', shortcut: 'Alt+Shift+P' }] },
  });
});
afterEach(cleanup);

/** Signs, and a key as the browser gives it, are the same in every language. */
const isNoWord = (text: string) => !/\p{L}{2}/u.test(text.replaceAll(/Alt\+Shift\+\w/g, ''));

/** Texts and names of a view that are in no brackets; what a person typed is theirs. */
function hardCoded(root: Element): string[] {
  const found: string[] = [];
  const look = (text: string | null) => {
    let rest = (text ?? '').replaceAll(/https?:\S*/g, '');
    while (/⟦[^⟦⟧]*⟧/.test(rest)) rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/g, ''); // one may be a value of another
    if (!isNoWord(rest)) found.push(rest.trim());
  };
  for (const node of root.querySelectorAll('*')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) look(node.getAttribute(name));
    for (const child of node.childNodes)
      if (child.nodeType === Node.TEXT_NODE) look(child.nodeValue);
  }
  return found;
}

const read = async () => null;
const draft = () => ({ ...sampleDraft('https://a.example/1.jpg'), altText: '' });
const picture = { width: 800, height: 600, type: 'image/jpeg' };
const nothing = () => undefined;

const views: Record<string, () => JSX.Element> = {
  'the map of keys': () => <KeysDialog onClose={nothing} />,
  'the crop': () => (
    <CropDialog picture={picture} crop={null} read={read} onCrop={nothing} onClose={nothing} />
  ),
  'the hints': () => <LintList draft={draft()} pageText="" onEdit={nothing} onVersion={nothing} />,
  'the right-click menu': () => <Menus />,
  'what Tack sees': () => <MaySee />,
  'the test of an app': () => (
    <AppTest
      enabled
      check={{ secret: { code: 'auth/app-rejected', data: undefined }, redirect: 'untested' }}
      onRun={nothing}
    />
  ),
  'a pasted token': () => <TokenForm environment="production" busy={false} onConnect={nothing} />,
  'a sign-in in a tab': () => <TabSignIn onFinish={nothing} />,
  'the question of a site': () => (
    <AskLane site="" round={1} onAnswer={nothing} onCancel={nothing} />
  ),
  'the foot of the composer': () => (
    <Footer
      {...{ count: 2, lane: 'create', isPin: false, connection: 'connected', busy: false }}
      onLane={nothing}
      onSchedule={nothing}
      onSave={nothing}
    />
  ),
  'the appearance': () => <Appearance />,
  'the defaults': () => <Defaults isRestored onRestored={nothing} />,
  'what Tack is': () => <About />,
  'the practice': () => <Practice siteUrl="" sampleUrl="" onOpenUrl={nothing} />,
};

it.each(Object.entries(views))('%s has no word that can’t be translated', async (_, view) => {
  const { container } = render(view());
  await screen.findAllByText(/⟦/);

  expect(hardCoded(container)).toEqual([]);
});
