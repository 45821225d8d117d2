/** Colours as a canvas takes them. */
export interface ChartLook {
  paper: string;
  ink: string;
  faint: string;
  grid: string;
  /** One for each line; more lines begin again. */
  lines: readonly string[];
  isRightToLeft: boolean;
}

/** Dashes tell lines apart where colours do not: for some eyes, on paper, and in forced colours. */
export const DASHES: readonly number[][] = [[], [7, 3], [2, 2], [10, 3, 2, 3]];
export const BEFORE_DASH: number[] = [2, 4];

/** What forced colours leave: few colours, so the dashes matter more. */
const forced = {
  paper: 'Canvas',
  ink: 'CanvasText',
  faint: 'CanvasText',
  grid: 'GrayText',
  lines: ['Highlight', 'CanvasText', 'LinkText'],
};

const own = {
  paper: 'var(--paper)',
  ink: 'var(--ink)',
  faint: 'var(--ink-3)',
  grid: 'var(--line)',
  lines: [1, 2, 3, 4, 5, 6].map((number) => `var(--chart-${number})`),
};

/** Reads the colours that hold where an element stands: of the theme, or of the person's own forced ones. */
export function readLook(place: HTMLElement): ChartLook {
  const isForced = matchMedia('(forced-colors: active)').matches;
  const probe = document.createElement('span');
  probe.style.setProperty('forced-color-adjust', 'none');
  place.append(probe);
  const resolve = (color: string) => {
    probe.style.color = color;
    return getComputedStyle(probe).color;
  };
  const { lines, ...names } = isForced ? forced : own;
  const look = {
    paper: resolve(names.paper),
    ink: resolve(names.ink),
    faint: resolve(names.faint),
    grid: resolve(names.grid),
    lines: lines.map(resolve),
    isRightToLeft: getComputedStyle(place).direction === 'rtl',
  };
  probe.remove();
  return look;
}

/** Calls back when the colours may be others: the theme, the system's colours, or forced ones changed. */
export function followLook(onChange: () => void, signal: AbortSignal): void {
  const queries = [
    '(forced-colors: active)',
    '(prefers-color-scheme: dark)',
    '(prefers-contrast: more)',
  ];
  for (const query of queries) matchMedia(query).addEventListener('change', onChange, { signal });
  const theme = new MutationObserver(onChange);
  theme.observe(document.documentElement, { attributeFilter: ['data-theme', 'dir'] });
  signal.addEventListener('abort', () => theme.disconnect());
}
