import './StepPicture.css';
import type { ComponentChildren } from 'preact';

import { t } from '../../lib/i18n';

type Shown = 'app' | 'keys' | 'consent' | 'token';

/** Where to look on Pinterest's pages: drawn, with only that in it which a step is about, and that marked. */
export function StepPicture({ of }: { of: Shown }) {
  const [words, Drawing] = pictures[of];
  return (
    <svg class="step-picture" viewBox="0 0 320 132" role="img" aria-label={t(words)}>
      <rect class="sp-page" x="0.5" y="0.5" width="319" height="131" rx="8" />
      <path class="sp-line" d="M0.5 18h319" />
      <circle class="sp-soft" cx="12" cy="9.5" r="2.5" />
      <circle class="sp-soft" cx="21" cy="9.5" r="2.5" />
      <rect class="sp-soft" x="34" y="5.5" width="150" height="8" rx="4" />
      <Drawing />
    </svg>
  );
}

/** The list of apps, and the button for a new one. */
const App = () => (
  <>
    <Bar x={16} y={32} width={64} strong />
    <Marked x={216} y={26} width={88} height={22}>
      <path class="sp-sign" d="M230 32.5v9M225.5 37h9" />
      <Bar x={242} y={34} width={48} onMark />
    </Marked>
    <Card x={16} y={60} />
    <Card x={116} y={60} />
    <rect class="sp-dashed" x="216" y="60" width="88" height="56" rx="6" />
  </>
);

/** An app's own page: its id, its secret, and the list of addresses that sign-ins may answer to. */
const Keys = () => (
  <>
    <Name y={36}>{t('appId')}</Name>
    <Marked x={128} y={26} width={104} height={18}>
      <Bar x={136} y={33} width={64} onMark />
    </Marked>
    <Name y={62}>{t('appSecret')}</Name>
    <Marked x={128} y={52} width={104} height={18}>
      <path class="sp-dots" d="M138 61h58" />
    </Marked>
    <path class="sp-line" d="M16 82h288" />
    <Name y={106}>{t('appRedirect')}</Name>
    <Marked x={128} y={95} width={134} height={20}>
      <Bar x={136} y={103} width={108} onMark />
    </Marked>
    <path class="sp-tick" d="m276 105 5 5 9-10" />
  </>
);

/** Pinterest's question whether Tack may act for the person. */
const Consent = () => (
  <>
    <rect class="sp-card" x="84" y="30" width="152" height="90" rx="8" />
    <circle class="sp-brass" cx="160" cy="48" r="8" />
    <Bar x={112} y={64} width={96} strong />
    <Bar x={104} y={76} width={112} />
    <rect class="sp-soft" x="100" y="94" width="54" height="16" rx="8" />
    <Marked x={166} y={92} width={56} height={20}>
      <path class="sp-sign" d="m188 102 4 4 7-8" />
    </Marked>
  </>
);

/** An app's page has a button that makes a token for the app's own owner. */
const Token = () => (
  <>
    <Bar x={16} y={32} width={90} strong />
    <Bar x={16} y={46} width={160} />
    <Marked x={16} y={60} width={104} height={22}>
      <Bar x={30} y={68} width={76} onMark />
    </Marked>
    <rect class="sp-card" x="16" y="92" width="288" height="26" rx="6" />
    <path class="sp-dots" d="M28 105h200" />
    <path class="sp-copy" d="M280 100h9v10h-9zM283 97h9v10" />
  </>
);

const pictures = {
  app: ['stepAppPicture', App],
  keys: ['stepKeysPicture', Keys],
  consent: ['stepConnectPicture', Consent],
  token: ['stepTokenPicture', Token],
} as const;

interface Place {
  x: number;
  y: number;
  width: number;
}

const Bar = ({ x, y, width, strong, onMark }: Place & { strong?: boolean; onMark?: boolean }) => (
  <rect
    class={onMark ? 'sp-on' : strong ? 'sp-strong' : 'sp-soft'}
    {...{ x, y, width }}
    height={strong ? 7 : 5}
    rx="2.5"
  />
);

const Name = ({ y, children }: { y: number; children: ComponentChildren }) => (
  <text class="sp-name" x={document.documentElement.dir === 'rtl' ? 116 : 16} y={y}>
    {children}
  </text>
);

const Card = ({ x, y }: { x: number; y: number }) => (
  <>
    <rect class="sp-card" x={x} y={y} width="88" height="56" rx="6" />
    <Bar x={x + 10} y={y + 12} width={44} strong />
    <Bar x={x + 10} y={y + 28} width={64} />
    <Bar x={x + 10} y={y + 38} width={52} />
  </>
);

/** What the step is about. */
const Marked = (place: Place & { height: number; children: ComponentChildren }) => (
  <>
    <rect
      class="sp-mark"
      x={place.x}
      y={place.y}
      width={place.width}
      height={place.height}
      rx="6"
    />
    {place.children}
  </>
);
