import { suggestText, textLimits } from '../capture/suggest';
import type { Capture, ImageCandidate } from '../capture/types';
import { withoutTracking } from './clean-link';
import { addParameters, parametersOf } from './link-parameters';
import { siteAmong, siteOfPage } from './site';
import { fillTemplate, type Values } from './template';
import type { Templates } from './templates';
import type { Draft } from './types';
import { linkValues, valuesOf } from './values';

/** The words and the link that a draft begins with. */
export type DraftWords = Pick<Draft, 'title' | 'description' | 'altText' | 'link'> &
  Required<Pick<Draft, 'linkRemoved' | 'linkAdded' | 'linkBefore'>>;

/**
 * Writes the words of a pin of one picture of a page by the person's templates, within Pinterest's limits. Its link is
 * without what only tracks, and with what the person adds to links to their own sites.
 *
 * @param at ms of UTC, for templates that name the date
 */
export function wordsFor(
  capture: Capture,
  image: Pick<ImageCandidate, 'alt' | 'pinDescription' | 'pinUrl'>,
  templates: Templates,
  at: number,
): DraftWords {
  const suggested = suggestText(capture, image);
  const values = valuesOf(capture.page, suggested, at);
  const own = wordsOfSite(capture.page.url, templates);
  const { url: clean, removed } = withoutTracking(suggested.link);
  const parameters = parametersOf(clean, templates) ?? '';
  const { url, added } = addParameters(clean, parameters, linkValues(clean, suggested.title, at));
  return {
    title: fillTemplate(own.title, values, textLimits.title),
    description: fillTemplate(own.description, values, textLimits.description),
    altText: altTextFor(templates, values),
    link: url,
    linkRemoved: removed,
    linkAdded: added,
    linkBefore: suggested.link,
  };
}

/** The templates for a page's pins: those of its site, where the person gave it any. */
function wordsOfSite(pageUrl: string, { title, description, siteWords }: Templates) {
  const site = siteAmong(siteOfPage(pageUrl), Object.keys(siteWords));
  const own = site === undefined ? undefined : siteWords[site];
  return { title: own?.title || title, description: own?.description || description };
}

/** Writes the alt text of a picture by the person's template. */
export const altTextFor = ({ altText }: Pick<Templates, 'altText'>, values: Values): string =>
  fillTemplate(altText, values, textLimits.altText);
