import { t, type MessageKey } from '../../lib/i18n';

/** Keys with words on them, which are other ones on other keyboards; the rest are called by the sign on them. */
const words: Readonly<Record<string, MessageKey>> = {
  Alt: 'nameAlt',
  Ctrl: 'nameCtrl',
  Shift: 'nameShift',
  Del: 'nameDel',
  Esc: 'nameEsc',
  Space: 'nameSpace',
  Tab: 'nameTab',
  PgDn: 'namePgDn',
  PgUp: 'namePgUp',
};

/** What a Mac's keyboard has in their place. */
const onMac: Readonly<Record<string, string>> = {
  Alt: '⌥',
  Ctrl: '⌘',
  Shift: '⇧',
  Del: '⌦',
  Esc: '⎋',
  Tab: '⇥',
  PgDn: '⇟',
  PgUp: '⇞',
};

const isMac = () => /Mac/.test(navigator.platform);

const nameOf = (key: string): string => {
  const word = words[key];
  return (isMac() && onMac[key]) || (word ? t(word) : key);
};

/**
 * Gives what stands on keys that are pressed together, on the person's keyboard as far as it can be known: by their language
 * and their computer.
 *
 * @param keys parted by spaces, such as `Ctrl ↵`
 */
export const keyText = (keys: string): string => keys.split(' ').map(nameOf).join(' ');
