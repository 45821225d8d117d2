import type { Pin } from '../types.ts';
import { ok, type Call } from './pipeline.ts';
import { flag, listOf, pageOf } from './reading.ts';
import { creativeType, pinShape } from './shapes.ts';

const creativeTypes = [
  'REGULAR',
  'VIDEO',
  'SHOPPING',
  'CAROUSEL',
  'MAX_VIDEO',
  'SHOP_THE_PIN',
  'COLLECTION',
  'IDEA',
  'SHOWCASE',
  'QUIZ',
  'COLLAGE',
  'MAX_WIDTH_REGULAR_COLLECTION',
  'MAX_WIDTH_VIDEO_COLLECTION',
] as const;

/** Answers with a page of pins, newest first. */
export function pinPage(call: Call, list: string, pins: readonly Pin[]) {
  const withMetrics = flag(call, 'pin_metrics');
  const page = pageOf(call, list, pins, (pin) => pin.sequence);
  const items = page.items.map((pin) => pinShape(call.world, pin, call.account.id, withMetrics));
  return ok({ ...page, items });
}

/** Keeps the pins of the creative types that the query names; all of them where it names none. */
export function filterByCreativeType(call: Call, pins: Pin[]): Pin[] {
  const wanted = new Set<string>(listOf(call, 'creative_types', creativeTypes));
  return wanted.size === 0 ? pins : pins.filter((pin) => wanted.has(creativeType(pin)));
}
