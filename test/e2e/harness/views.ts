import type { Locator, Page } from '@playwright/test';

/**
 * Where each control of Tack and of the local Pinterest is found: by its role and its name, as a person who cannot see
 * the screen finds it. A renamed control is changed here and nowhere else.
 */

/** The composer in the popup or in its window. */
export interface Composer {
  page: Page;
  connect: Locator;
  /** The account that is connected, e.g. "@linda_kitchen". */
  account: Locator;
  saveWithPinterest: Locator;
  title: Locator;
  description: Locator;
  altText: Locator;
  link: Locator;
  board: Locator;
  /** The options of the opened board list. */
  boardOptions: Locator;
  /** The answer to whose pictures they are, asked once for a site. */
  mine: Locator;
  /** The answer to whether a picture that was pinned before is to be pinned again. */
  again: Locator;
  pin: Locator;
  openPanel: Locator;
  problem: Locator;
}

/** Finds the composer's controls. */
export function composerIn(page: Page): Composer {
  const textbox = (name: string) => page.getByRole('textbox', { name, exact: true });
  return {
    page,
    connect: page.getByRole('button', { name: 'Connect Pinterest' }),
    account: page.getByText(/^(Connected as )?@\w+$/).first(),
    saveWithPinterest: page.getByRole('button', { name: 'Save with Pinterest' }),
    title: textbox('Title'),
    description: textbox('Description'),
    altText: textbox('Alt text'),
    link: textbox('Link'),
    board: page.getByRole('combobox', { name: 'Board', exact: true }),
    mine: page.getByRole('button', { name: 'Yes, mine to publish' }),
    again: page.getByRole('button', { name: 'Pin again' }),
    boardOptions: page.getByRole('listbox', { name: 'Board', exact: true }).getByRole('option'),
    pin: page.getByRole('button', { name: /^Pin it/ }),
    openPanel: page.getByRole('button', { name: 'Open side panel' }),
    problem: page.getByRole('alert'),
  };
}

/** The way to a time of its own for a pin. */
export interface ScheduleControls {
  open: Locator;
  at: Locator;
  /** The button that takes the next free slot. */
  slot: Locator;
  words: Locator;
  schedule: Locator;
}

/** Finds the controls for when a pin goes out. */
export function scheduleIn(page: Page): ScheduleControls {
  const dialog = page.getByRole('dialog', { name: 'When does it go out?' });
  return {
    open: page.getByRole('button', { name: 'Schedule…' }),
    at: dialog.getByLabel('Day and time'),
    slot: dialog.getByRole('button', { name: 'Take this slot' }),
    words: dialog.getByText('while your browser is open'),
    schedule: dialog.getByRole('button', { name: 'Schedule', exact: true }),
  };
}

/** Finds the controls for pins from a CSV in the settings. */
export function csvIn(page: Page) {
  return {
    file: page.getByLabel('CSV file'),
    pictures: page.getByLabel('Pictures that it names'),
    queue: page.getByRole('button', { name: /^Queue \d+ pins?$/ }),
    /** What is wrong, by row and column. */
    region: page.getByRole('region', { name: /cells? (is|are) wrong/ }),
  };
}

/** The strip in the popup's foot that says how the account's pins do. */
export function statsStripIn(page: Page): Locator {
  return page.getByRole('region', { name: /last 30 days/i });
}

/** The consent page of the local Pinterest. */
export interface ConsentPage {
  page: Page;
  allow: Locator;
  deny: Locator;
  account: (name: string) => Locator;
}

/** Finds the consent page's controls. */
export function consentIn(page: Page): ConsentPage {
  return {
    page,
    allow: page.getByRole('button', { name: 'Allow' }),
    deny: page.getByRole('button', { name: 'Deny' }),
    account: (name) => page.getByRole('radio', { name }),
  };
}

/** The settings' part for the words of a pin. */
export interface Details {
  form: Locator;
  title: Locator;
  description: Locator;
  altText: Locator;
  parameters: Locator;
  newSite: Locator;
  /** The button that puts a variable into a field. */
  insert: (field: string, name: string) => Locator;
  sample: (of: 'product' | 'recipe') => Locator;
}

/** Finds the controls for the words of a pin in the settings. */
export function detailsIn(page: Page): Details {
  const form = page.getByRole('form', { name: 'Details' });
  const textbox = (name: string) => form.getByRole('textbox', { name, exact: true });
  return {
    form,
    title: textbox('Title'),
    description: textbox('Description'),
    altText: textbox('Alt text'),
    parameters: textbox('Parameters'),
    newSite: textbox('A site of yours'),
    insert: (field, name) =>
      form
        .getByRole('toolbar', { name: `Insert into ${field}` })
        .getByRole('button', { name, exact: true }),
    sample: (of) => form.getByRole('region', { name: new RegExp(of) }),
  };
}

/** The side panel's tabs. */
export interface SidePanel {
  page: Page;
  stats: Locator;
  outbox: Locator;
  content: Locator;
}

/** Finds the side panel's controls. */
export function sidePanelIn(page: Page): SidePanel {
  return {
    page,
    stats: page.getByRole('tab', { name: 'Stats' }),
    outbox: page.getByRole('tab', { name: /outbox/i }),
    content: page.getByRole('tabpanel'),
  };
}
