import { setTheme } from '../appearance';
import { detailTemplates, menuPlaces, notifyHeld, schedule, sendDelay } from '../storage/items';

/**
 * Puts every setting back to what it is after installing. What the person made and who is connected stays: pins, drafts,
 * accounts, and what they said of sites.
 */
export async function restoreDefaults(): Promise<void> {
  const settings = [detailTemplates, schedule, sendDelay, notifyHeld, menuPlaces];
  await Promise.all(settings.map((item) => item.removeValue()));
  setTheme('system');
}
