import type { ToastLabels } from '../messages/page-protocol';
import type { ToastState } from '../messages/protocol';
import { createPageHost } from '../page-host';
import { toastStyle } from './style';

/** What the toast may ask of the background. */
export interface ToastAsk {
  /** @param held whether the person is at the toast: a pin that waits for them is not sent meanwhile */
  state(held: boolean): Promise<ToastState>;
  undo(): Promise<void>;
  /** Lets the person choose another board. */
  change(): Promise<void>;
}

const ASK_EVERY_MS = 400;
/** How long a finished toast stays, unless it is hovered or focused. */
const STAY_MS = 5_000;
const NAME = 'data-tack-toast';
/** The person is at it. */
const HELD = ':hover, :focus-within';

/**
 * Shows how a pin is doing, in the corner of the page. It lives in a closed shadow root, acts on trusted clicks only,
 * takes no focus, and knows nothing but the words it is given. Asking for its state also wakes a worker that was stopped.
 */
export function showToast(labels: ToastLabels, ask: ToastAsk): void {
  document.querySelector(`[${NAME}]`)?.remove();
  const { host, root } = createPageHost(NAME);
  const box = element('div', 'toast');
  box.setAttribute('role', 'status');
  box.dir = 'auto'; // the words' own direction: the page's may be the other one
  const text = element('span', 'text', labels.working);
  const actions = element('span', 'actions');
  const close = button(labels.close, '×', () => host.remove());
  box.append(text, actions, close);
  const style = document.createElement('style');
  style.textContent = toastStyle;
  root.append(style, box);
  // Before all that the page has: one Tab leads to it where nothing else has the focus.
  document.documentElement.insertBefore(host, document.body);
  void follow({ host, box, text, actions, labels, ask });
}

interface Parts {
  host: HTMLElement;
  box: HTMLElement;
  text: HTMLElement;
  actions: HTMLElement;
  labels: ToastLabels;
  ask: ToastAsk;
}

async function follow(parts: Parts): Promise<void> {
  const { host, box, ask } = parts;
  let finishedAt: number | null = null;
  let shown = '';
  while (host.isConnected) {
    const state = await ask.state(box.matches(HELD)).catch(() => null);
    if (state && keyOf(state) !== shown) {
      shown = keyOf(state);
      show(parts, state);
      finishedAt = state.phase === 'working' ? null : Date.now();
    }
    if (box.matches(HELD)) finishedAt &&= Date.now();
    if (finishedAt !== null && Date.now() - finishedAt > STAY_MS) host.remove();
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}

/** What tells one state from another: the same one is not shown anew, or a focused button would go. */
const keyOf = (state: ToastState) =>
  `${state.phase} ${state.phase === 'working' && Boolean(state.waits)} ${state.text}`;

function show({ host, text, actions, labels, ask }: Parts, state: ToastState): void {
  text.textContent = state.text;
  actions.replaceChildren();
  const undo = button(labels.undo, labels.undo, () => void ask.undo().catch(() => undefined));
  if (state.phase === 'working' && state.waits) {
    const end = () => host.remove(); // the composer goes on from here
    const change = () => void ask.change().then(end, () => undefined);
    actions.append(undo, button(labels.change, labels.change, change));
  }
  if (state.phase !== 'pinned') return;
  const open = document.createElement('a');
  open.textContent = labels.open;
  open.href = state.pinUrl;
  open.target = '_blank';
  open.rel = 'noopener noreferrer';
  actions.append(open, undo);
}

function element(tag: 'div' | 'span', name: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = text;
  return made;
}

function button(label: string, text: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.setAttribute('aria-label', label);
  made.addEventListener('click', (event) => {
    if (event.isTrusted) onClick(); // a page can make clicks, a person can't make untrusted ones
  });
  return made;
}
