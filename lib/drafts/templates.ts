import {
  check,
  type InferOutput,
  maxLength,
  number,
  object,
  optional,
  pipe,
  record,
  safeParse,
  string,
} from 'valibot';

import { AppError } from '../errors';
import { detailTemplates } from '../storage/items';

/** Far above what a pin takes; a template is mostly names of what is put in. */
const template = pipe(string(), maxLength(2000));

const MAX_SITES = 500;

const choiceSchema = object({
  title: template,
  description: template,
  altText: template,
  /** Parameters for links to the person's own sites, such as `utm_source=pinterest`. */
  parameters: template,
  /** The person's own sites, by host, each with parameters of its own; '' stands for the common ones. */
  sites: pipe(
    record(pipe(string(), maxLength(253)), template),
    check((sites) => Object.keys(sites).length <= MAX_SITES),
  ),
  /** Templates for pins of pages of single sites, by host; '' stands for those of all sites. */
  siteWords: optional(
    pipe(
      record(pipe(string(), maxLength(253)), object({ title: template, description: template })),
      check((sites) => Object.keys(sites).length <= MAX_SITES),
    ),
    {},
  ),
});

const keptSchema = object({ ...choiceSchema.entries, savedAt: number() });

/** What the person chose for a pin's words and link. */
export type TemplateChoice = InferOutput<typeof choiceSchema>;

/** The same with the moment it was saved, ms of UTC: 0 where it never was. */
export type Templates = InferOutput<typeof keptSchema>;

/** What a pin says as long as nobody chose otherwise: the page's own words, and its link without anything added. */
export const usualTemplates: Templates = {
  title: '{title}',
  description: '{description}',
  altText: '{alt}',
  parameters: 'utm_source=pinterest&utm_medium=social',
  sites: {},
  siteWords: {},
  savedAt: 0,
};

/** Gives the person's templates; where what was kept can't be read, the usual ones, and says so. It is left in place. */
export async function readTemplates(): Promise<{ templates: Templates; isUnreadable: boolean }> {
  const kept = await detailTemplates.getValue();
  if (kept === null) return { templates: usualTemplates, isUnreadable: false };
  const { success, output } = safeParse(keptSchema, kept);
  return { templates: success ? output : usualTemplates, isUnreadable: !success };
}

/** Keeps the person's templates. @throws AppError `message/refused` for what is none */
export async function saveTemplates(choice: TemplateChoice): Promise<void> {
  const { success, output } = safeParse(choiceSchema, choice);
  if (!success) throw new AppError('message/refused', { type: 'details/save' });
  await detailTemplates.setValue({ ...output, savedAt: Date.now() });
}
