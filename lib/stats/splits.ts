import { t, type MessageKey } from '../i18n';
import type { AccountAnalyticsQuery } from '../pinterest/types-analytics';

export type Split = NonNullable<AccountAnalyticsQuery['split_field']>;

/** What the account's numbers can be split by. */
export const SPLITS: readonly { value: Split; labelKey: MessageKey }[] = [
  { value: 'NO_SPLIT', labelKey: 'splitNone' },
  { value: 'APP_TYPE', labelKey: 'splitApp' },
  { value: 'OWNED_CONTENT', labelKey: 'splitOwned' },
  { value: 'SOURCE', labelKey: 'splitSource' },
  { value: 'PIN_FORMAT', labelKey: 'splitFormat' },
];

const labels: Readonly<Record<string, MessageKey>> = {
  MOBILE: 'partMobile',
  TABLET: 'partTablet',
  WEB: 'partWeb',
  CLAIMED: 'partClaimed',
  OTHER: 'partOther',
  YOUR_PINS: 'partYourPins',
  OTHER_PINS: 'partOtherPins',
  ORGANIC_IMAGE: 'partImage',
  ORGANIC_PRODUCT: 'partProduct',
  ORGANIC_VIDEO: 'partVideo',
  ADS_STANDARD: 'partAdStandard',
  ADS_PRODUCT: 'partAdProduct',
  ADS_VIDEO: 'partAdVideo',
  ADS_IDEA: 'partAdIdea',
};

/** What a part of a split is called; one that Pinterest added since by its own name. */
export function partsLabel(key: string): string {
  const label = labels[key];
  return label ? t(label) : key;
}
