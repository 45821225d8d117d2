import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { readTemplates, saveTemplates } from '../../lib/drafts/templates';
import type { Send } from '../../lib/messages/create-send';
import { createDetailsStore } from '../../lib/state/details';
import { siteTyped } from './AddSite';
import { Details } from './TemplateForm';

/** The background's side of the one message that the form sends. */
const background = (async (_: string, choice: never) => {
  await saveTemplates(choice);
  return null;
}) as unknown as Send;

async function setUp() {
  const store = createDetailsStore(background);
  await store.getState().load();
  render(<Details store={store} />);
  const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
  const type = (name: string, value: string) => {
    fireEvent.input(field(name), { target: { value } });
  };
  const chip = (into: string, name: string) => {
    const bar = screen.getByRole('toolbar', { name: `Insert into ${into}` });
    return [...bar.querySelectorAll('button')].find(({ textContent }) => textContent === name)!;
  };
  return { field, type, chip };
}

afterEach(cleanup);

describe('the form of the templates', () => {
  it('puts a variable in where the cursor is', async () => {
    const { field, type, chip } = await setUp();
    type('Title', 'A for B');
    field('Title').setSelectionRange(2, 5);
    fireEvent.click(chip('Title', 'Price'));

    await waitFor(() => expect(field('Title').value).toBe('A [ · {price}] B'));
  });

  it('is one stop of the Tab key for the buttons of a field, with arrow keys between them', async () => {
    const { chip } = await setUp();
    chip('Title', 'Title').focus();
    fireEvent.keyDown(chip('Title', 'Title'), { key: 'ArrowLeft' });
    expect(document.activeElement).toBe(chip('Title', 'Date'));
    fireEvent.keyDown(chip('Title', 'Date'), { key: 'ArrowRight' });
    expect(document.activeElement).toBe(chip('Title', 'Title'));
    await waitFor(() => expect(chip('Title', 'Date').tabIndex).toBe(-1));
  });

  it('says what it does not know, and goes back to the usual', async () => {
    const { field, type } = await setUp();
    type('Title', '{cost}');
    expect((await screen.findByRole('alert')).textContent).toContain('{cost}');

    fireEvent.click(screen.getByRole('button', { name: 'Reset Title' }));
    await waitFor(() => expect(field('Title').value).toBe('{title}'));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows what it makes of a product and of a recipe', async () => {
    const { type } = await setUp();
    type('Description', '{description}[ · {price}][ · {yield}]');

    const sample = (name: string) => screen.getByRole('region', { name }).textContent;
    await waitFor(() => expect(sample('On a product’s page')).toContain('paper. · €48.00'));
    expect(sample('On a recipe’s page')).toContain('onion. · 4 servings');
  });

  it('keeps the person’s sites, with parameters of their own where they are given', async () => {
    const { field, type } = await setUp();
    for (const [host, site] of Object.entries({
      'b.test': 'b.test',
      'a.test': 'https://www.a.test/page',
    })) {
      type('A site of yours', site);
      fireEvent.keyDown(field('A site of yours'), { key: 'Enter' });
      await screen.findByRole('textbox', { name: `Parameters for ${host}` });
    }
    type('Parameters for a.test', 'ref={title}');
    expect(await screen.findByText(/^https:\/\/a\.test\/page\?ref=acanthus/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Remove b.test' }));

    await screen.findByText(/^Kept/);
    expect((await readTemplates()).templates.sites).toEqual({ 'a.test': 'ref={title}' });
  });
});

describe('what is typed into the form of the templates', () => {
  it('is kept without a button, a moment after the last letter', async () => {
    const { type } = await setUp();
    type('Title', '{title} – {site}');

    expect((await screen.findByRole('status')).textContent).toBe('');
    await screen.findByText(/^Kept/);
    expect((await readTemplates()).templates.title).toBe('{title} – {site}');
    type('Title', '{title}');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe(''));
  });

  it('is kept at once where the person goes on to another field, or closes the page', async () => {
    const { field, type } = await setUp();
    type('Title', '{title}!');
    fireEvent.focusOut(field('Title'));
    await vi.waitFor(async () => expect((await readTemplates()).templates.title).toBe('{title}!'), {
      timeout: 300,
    });

    type('Title', '{title}?');
    cleanup();
    await vi.waitFor(async () => expect((await readTemplates()).templates.title).toBe('{title}?'), {
      timeout: 300,
    });
  });

  it('is for one site alone where it is written there', async () => {
    const { field, type } = await setUp();
    type('A site', 'https://www.shop.test/any');
    fireEvent.keyDown(field('A site'), { key: 'Enter' });
    await screen.findByRole('textbox', { name: 'Title on shop.test' });
    type('Title on shop.test', '{title}, {price}');
    type('Description on shop.test', '{cost}');

    await screen.findByText(/^Kept/);
    const own = { title: '{title}, {price}', description: '' };
    expect((await readTemplates()).templates.siteWords).toEqual({ 'shop.test': own });
  });

  it('is not kept as long as it is wrong, and holds nothing else up', async () => {
    const { type } = await setUp();
    type('Title', '{cost}');
    type('Alt text', 'Photo: {alt}');

    await screen.findByText(/^Kept/);
    const { templates } = await readTemplates();
    expect(templates).toMatchObject({ title: '{title}', altText: 'Photo: {alt}' });
  });
});

describe('a site that was typed', () => {
  it.each([
    ['shop.test', 'shop.test'],
    ['https://www.Shop.test/page?x=1', 'shop.test'],
    ['www.shop.test:8080', 'shop.test'],
    ['shop', ''],
    ['javascript:alert(1)', ''],
    ['', ''],
  ])('%s is %s', (text, site) => {
    expect(siteTyped(text)).toBe(site);
  });
});
