/**
 * Whether a host name is of this machine, of its network, or a literal address. Pictures of the web have names; an address
 * in numbers is more likely a router.
 *
 * @param hostname as `URL` gives it, in which all spellings of an IPv4 address are one
 */
export function isPrivateHost(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  if (name.startsWith('[') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name)) return true;
  const isLocal = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|home\.arpa)$/;
  return !name.includes('.') || isLocal.test(name);
}
