import type { Draft } from './types';

/** The id of a draft that is sent along with another: always the same, so that it is begun and sent once. */
export const alongId = (draftId: string, key: string): string => `${draftId}-${Number(key) - 1}`;

/** The ids of the drafts that go along with one, in the order of their pictures. */
export const trayIds = ({ id, also }: Pick<Draft, 'id' | 'also'>): string[] =>
  also.map(({ key }) => alongId(id, key));
