import { late } from '../ui/late';

/** Hosts are granted for nearly everybody: nothing of this is in a first load. */
export const LateHostsNotice = late(
  () => import('./HostsNotice').then(({ HostsNotice }) => HostsNotice),
  null,
  true,
);
