import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';

import type { Draft } from '../../lib/drafts/types';
import type { Send } from '../../lib/messages/create-send';
import { createBoardsStore } from '../../lib/state/boards';
import { createComposerStore } from '../../lib/state/composer';
import { boardRow } from '../../test/library-stores';
import { BoardField } from './BoardField';

afterEach(cleanup);

const ask = (async () => []) as unknown as Send;

const draftOf = (id: string, pageUrl: string) =>
  ({
    id,
    pageUrl,
    pageTitle: '',
    title: '',
    altText: '',
    board: null,
    image: { url: '', alt: '' },
  }) as never as Draft;

/** The field over a draft, and what draws it over another one. */
function setUp() {
  const boards = createBoardsStore(ask);
  boards.setState({ boards: [boardRow('1', 'Kitchen ideas')], complete: true, status: 'ready' });
  const composer = createComposerStore(ask);
  const field = (draft: Draft) => (
    <BoardField
      {...{ composer, boards, draft }}
      suggested={null}
      onSuggested={() => undefined}
      onEnter={() => undefined}
      isMixed={false}
      hasSecret
      inputRef={{ current: null }}
    />
  );
  const { rerender } = render(field(draftOf('one', 'https://a.test/')));
  return { over: (id: string, pageUrl: string) => rerender(field(draftOf(id, pageUrl))) };
}

const typed = async () =>
  (await screen.findByRole<HTMLInputElement>('combobox', { name: 'Board' })).value;

it('keeps the letters that are typed while another picture of the page makes another draft, and not those for another page', async () => {
  const { over } = setUp();
  fireEvent.input(await screen.findByRole('combobox', { name: 'Board' }), {
    target: { value: 'kit' },
  });
  over('two', 'https://a.test/');
  expect(await typed()).toBe('kit');

  over('three', 'https://b.test/');
  expect(await typed()).toBe('');
});
