import { accountFlows } from './account.ts';
import { boardFlows } from './boards.ts';
import { bytesFlow } from './bytes.ts';
import type { Flow } from './flow.ts';
import { makingFlows } from './making.ts';
import { numberFlows } from './numbers.ts';
import { outboxFlows } from './outbox.ts';
import { pageFlows } from './pages.ts';
import { pinFlows } from './pins.ts';
import { settingsFlows } from './settings.ts';
import { wordsFlows } from './words.ts';

/** What is done by hand in each browser: `test/e2e/by-hand.spec.ts` and `test/firefox/by-hand.spec.ts`. */
export const flows: readonly Flow[] = [
  ...boardFlows,
  ...pinFlows,
  ...makingFlows,
  bytesFlow,
  ...outboxFlows,
  ...accountFlows,
  ...settingsFlows,
  ...pageFlows,
  ...wordsFlows,
  ...numberFlows,
];
