import { t, type MessageKey } from '../../lib/i18n';

const words: Readonly<Record<string, MessageKey>> = {
  REGULAR: 'typeRegular',
  VIDEO: 'typeVideo',
  MAX_VIDEO: 'typeVideo',
  SHOPPING: 'typeShopping',
  CAROUSEL: 'typeCarousel',
  COLLECTION: 'typeCollection',
  IDEA: 'typeIdea',
  COLLAGE: 'typeCollage',
};

/** Puts one of Pinterest's creative types into words; a new one stays as Pinterest writes it. */
export function typeWords(type: string): string {
  const key = words[type];
  return key ? t(key) : type.toLowerCase().replaceAll('_', ' ');
}
