import { late } from '../ui/late';

/** An error in words. The words of all errors are loaded when there is one. */
export const ErrorNotice = late(
  () => import('./ErrorWords').then(({ ErrorWords }) => ErrorWords),
  null,
);
