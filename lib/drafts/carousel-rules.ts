import { carouselCount, type Draft } from './types';

/** Whether a draft has as many pictures as a carousel may have. */
export const canBeCarousel = ({ also }: Pick<Draft, 'also'>): boolean =>
  also.length + 1 >= carouselCount.from && also.length + 1 <= carouselCount.to;

/** Whether a draft's pictures go out as one carousel. */
export const isCarousel = (draft: Pick<Draft, 'also' | 'together'>): boolean =>
  draft.together !== 'apart' && canBeCarousel(draft);
