import {
  array,
  looseObject,
  nullish,
  number,
  optional,
  pipe,
  record,
  regex,
  string,
} from 'valibot';

/*
 * What each reply must have for Tack to use it. Only what is read is asked for, and unknown fields and values pass:
 * Pinterest adds some every month, and a new creative type is no reason to fail. A reply without these is one clear
 * error (`api/unreadable-reply`), not a crash three layers further on.
 */

/** Ids are digit strings beyond what a number can hold. */
const id = pipe(string(), regex(/^\d+$/));
const text = nullish(string());

const pageOf = <Item extends Parameters<typeof array>[0]>(item: Item) =>
  looseObject({ items: array(item), bookmark: nullish(string()) });

export const board = looseObject({ id, name: string() });
export const boardPage = pageOf(board);
export const section = looseObject({ id, name: string() });
export const sectionPage = pageOf(section);
export const pin = looseObject({ id, title: text, description: text, link: text, alt_text: text });
export const pinPage = pageOf(pin);

export const media = looseObject({ media_id: id, status: optional(string()) });
export const mediaPage = pageOf(media);
export const mediaUpload = looseObject({
  media_id: id,
  upload_url: optional(string()),
  upload_parameters: optional(record(string(), string())),
});

export const account = looseObject({ username: string(), id: optional(string()) });
export const businesses = array(looseObject({ username: optional(string()) }));
export const userPage = pageOf(looseObject({ username: string() }));
export const interestPage = pageOf(looseObject({ name: optional(string()) }));
export const websitePage = pageOf(looseObject({ website: optional(string()) }));

const numbers = record(string(), nullish(number()));
const metrics = looseObject({
  daily_metrics: optional(
    array(looseObject({ date: string(), data_status: string(), metrics: optional(numbers) })),
  ),
  summary_metrics: optional(numbers),
  lifetime_metrics: optional(numbers),
});
export const analytics = record(string(), metrics);
export const analyticsByPin = record(string(), analytics);
export const topPins = looseObject({
  pins: optional(array(looseObject({ pin_id: optional(id), metrics: optional(numbers) }))),
});

export const adAccount = looseObject({
  id,
  name: optional(string()),
  currency: optional(string()),
});
export const adAccountPage = pageOf(adAccount);
export const adAnalytics = array(
  looseObject({ AD_ACCOUNT_ID: string(), DATE: optional(string()) }),
);
export const reportOrder = looseObject({ token: optional(string()), message: text });
export const report = looseObject({ report_status: optional(string()), url: text });
export const deliveryMetrics = looseObject({
  items: optional(array(looseObject({ name: optional(string()) }))),
});
export const audienceInsights = looseObject({
  demographics: optional(record(string(), array(looseObject({ key: optional(string()) })))),
});
export const audienceDefinitions = looseObject({ items: optional(array(looseObject({}))) });
