import { browser } from 'wxt/browser';

import type { BoardRow } from './boards/types';
import { t } from './i18n';

/** Nothing is looked up for less. */
const LEAST_TYPED = 2;

const answers = () => import('./omnibox-answers');

/**
 * Listens for what is typed after `tack` in the address bar: a board's name, a pin's number or address, or words to search own
 * pins for.
 *
 * @param loadBoards gives the boards of the account
 */
export function followOmnibox(loadBoards: () => Promise<BoardRow[]>, siteUrl: string): void {
  const boardsOf = async (typed: string) =>
    typed.trim().length < LEAST_TYPED ? [] : loadBoards().catch(() => []);
  void browser.omnibox.setDefaultSuggestion({ description: t('omniboxHint') });
  browser.omnibox.onInputChanged.addListener((typed, suggest) => {
    const answer = async () => {
      const { suggestionsFor, asItIs } = await answers();
      // Chrome reads a suggestion as XML, Firefox as it stands.
      const write = import.meta.env.FIREFOX ? asItIs : undefined;
      suggest(suggestionsFor(typed, await boardsOf(typed), write));
    };
    void answer();
  });
  browser.omnibox.onInputEntered.addListener((typed, where) => {
    const go = async () => {
      const { addressFor, open } = await answers();
      await open(addressFor(typed, await boardsOf(typed), siteUrl), where);
    };
    void go();
  });
}
