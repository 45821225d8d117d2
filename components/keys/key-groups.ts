import type { MessageKey } from '../../lib/i18n';

interface KeyGroup {
  title: MessageKey;
  /** What it does, then the keys that do it, as `keyText` takes them. */
  keys: readonly (readonly [words: MessageKey, ...keys: string[]])[];
}

/** The keys of the views; what does them stands in `Combobox`, `Grid`, `CropBox`, `LibraryView` and `JobList`. */
export const keyGroups: readonly KeyGroup[] = [
  {
    title: 'keysComposer',
    keys: [
      ['keyPin', '↵'],
      ['keyPinText', 'Ctrl ↵'],
      ['keySuggested', '1', '2', '3'],
      ['keyBoards', '↑', '↓'],
      ['keyTray', 'Alt PgDn', 'Alt PgUp'],
      ['keySections', 'Tab', '←'],
      ['keyClose', 'Esc'],
    ],
  },
  {
    title: 'keysPicker',
    keys: [
      ['keyTiles', '←', '→', '↑', '↓'],
      ['keySelect', 'Space'],
      ['keyTake', '↵'],
    ],
  },
  {
    title: 'keysCrop',
    keys: [
      ['keyCropMove', '←', '→', '↑', '↓'],
      ['keyCropSize', 'Shift ←', 'Shift →'],
      ['keyCropFine', 'Ctrl ←', 'Ctrl →'],
    ],
  },
  {
    title: 'tabLibrary',
    keys: [
      ['keySelectOwn', 'Space'],
      ['keyUndo', 'Ctrl Z'],
    ],
  },
  {
    title: 'keysOutbox',
    keys: [
      ['keyRows', '↑', '↓'],
      ['keySelectRow', 'Space'],
      ['keyOpenPin', '↵'],
      ['keyUndo', 'Del'],
    ],
  },
];
