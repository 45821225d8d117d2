import type { OperationId } from '../../lib/pinterest/endpoints';
import { BASE_SCOPES, featureScopes } from '../../lib/pinterest/scopes';
import { waitFor } from '../e2e/harness/wait.ts';
import type { LocalPinterest } from '../pinterest/server.ts';
import type { Hands } from './hands.ts';

/** What the account of a flow has granted: Pinterest's search takes the secret boards as well. */
export const allScopes: string[] = [...BASE_SCOPES, ...featureScopes.secret, ...featureScopes.ads];

/** A browser with Tack and a connected account, which may see secret boards. */
export interface Desk {
  pinterest: LocalPinterest;
  /** Goes to an address in the first tab; a popup that is open closes. */
  visit(url: string): Promise<unknown>;
  /** Runs a function in the page of the first tab. */
  inPage(work: () => void): Promise<void>;
  /** Pages that the browser lets no extension read. */
  closedPages: readonly string[];
  /** Opens the popup over the first tab. */
  popup(): Promise<Hands>;
  /** Opens the side panel, or the sidebar. */
  panel(): Promise<Hands>;
  settings(): Promise<Hands>;
  /** Opens what the popup showed over the first tab as a page of its own, which takes files. The popup closes. */
  popupAsPage(): Promise<Hands>;
  /** Gives the file that was saved last, once it is whole. */
  saved(): Promise<Buffer>;
}

/** Something that a person does by keys alone, and the operations of Pinterest that it takes. */
export interface Flow {
  name: string;
  does: readonly OperationId[];
  /** A program that it can't do without. */
  needs?: string;
  run: (desk: Desk) => Promise<void>;
}

/** Does a flow, and sees that Pinterest was asked for each of its operations. */
export async function doByHand({ does, run }: Flow, desk: Desk): Promise<void> {
  const { ledger } = desk.pinterest;
  const before = new Map(does.map((id) => [id, ledger.requests(id)]));
  await run(desk);
  const missing = () => does.filter((id) => ledger.requests(id) <= (before.get(id) ?? 0));
  await waitFor(() => missing().length === 0 || undefined, { for: 'Pinterest to be asked' }).catch(
    () => {
      throw new Error(`Pinterest was never asked for ${missing().join(', ')}.`);
    },
  );
}

/** Goes to the library with the keys of the panel's tabs. */
export async function toLibrary(desk: Desk): Promise<Hands> {
  const panel = await desk.panel();
  await panel.press('tab', 'Stats', 'ArrowRight');
  await panel.see('button', 'Kitchen ideas');
  return panel;
}

/** Begins a pin over a page, and names it. */
export async function begin(desk: Desk, url: string, title: string): Promise<Hands> {
  await desk.visit(url);
  const popup = await desk.popup();
  await popup.see('combobox', 'Board');
  await popup.write('textbox', 'Title', title);
  return popup;
}

/** Takes the first board that the letters find, and pins. */
export async function pinTo(popup: Hands, letters: string, board: string): Promise<void> {
  await popup.choose('Board', letters, `/^${board},/`);
  await popup.gone('option', '/./');
  await popup.press('combobox', 'Board');
  await popup.pressIfThere('button', 'Yes, mine to publish');
}

/** Forgets what the session holds of numbers, as after a start of the browser. Runs in the view. */
export async function forget(): Promise<void> {
  const { chrome } = globalThis as never as {
    chrome: { storage: { session: { clear(): Promise<void> } } };
  };
  await chrome.storage.session.clear();
  setTimeout(() => location.reload(), 0);
}
