import { carouselCount, type Draft } from './types';

/** Whether a draft has as many pictures as a carousel may have, and no video. */
export const canBeCarousel = ({ image, also }: Pick<Draft, 'image' | 'also'>): boolean =>
  also.length + 1 >= carouselCount.from &&
  also.length + 1 <= carouselCount.to &&
  ![image, ...also.map((along) => along.image)].some(({ type }) => type.startsWith('video/'));

/** Whether a draft's pictures go out as one carousel. */
export const isCarousel = (draft: Pick<Draft, 'image' | 'also' | 'together'>): boolean =>
  draft.together !== 'apart' && canBeCarousel(draft);
