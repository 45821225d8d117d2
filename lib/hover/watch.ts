import { createHoverButton, type HoverButton } from './button';
import { isUnwantedOn, mayHaveButton, pictureFor } from './eligible';

/** Who passes over a picture wants no button. */
const REST_MS = 120;

/** How often it is looked whether the picture is still where the button stands. */
const LOOK_MS = 300;

export interface HoverOptions {
  text: string;
  label: string;
  /** Called at a person's click with the picture that the button stands on. */
  onPin: (image: HTMLImageElement) => void;
}

/** Shows one button on the picture that the pointer rests on, until `signal` aborts. Changes nothing else in the page. */
export function watchHover({ text, label, onPin }: HoverOptions, signal: AbortSignal): void {
  let image: HTMLImageElement | null = null;
  /** The picture that was clicked last, and where: the composer that opens takes the pointer out of the page and back, unmoved. */
  let clicked: HTMLImageElement | null = null;
  let clickedAt: MouseEvent | null = null;
  const onClick = (click: MouseEvent) => {
    clicked = image;
    clickedAt = click;
    rest();
    if (clicked?.isConnected) onPin(clicked);
  };
  const button = createHoverButton({ text, label, onClick });
  let waiting = 0;

  /** Takes the button away, and leaves it away until the pointer goes to another picture. */
  const rest = () => {
    clearTimeout(waiting);
    button.hide();
  };
  const leave = () => {
    rest();
    image = null;
  };
  const over = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType === 'touch' || button.has(event.target)) return;
    const { clientX: x, clientY: y } = event;
    // Where the button was clicked and went, the browser says that the pointer came to the document, and then to the picture.
    if (clickedAt && isAt(clickedAt, x, y)) return;
    clickedAt = null;
    const found = pictureFor({ path: event.composedPath(), x, y });
    if (found !== clicked) clicked = null;
    if (found === image) return;
    leave();
    image = found;
    if (found && found !== clicked)
      waiting = window.setTimeout(() => stay(button, found, (id) => (waiting = id)), REST_MS);
  };
  const options = { capture: true, passive: true, signal };
  addEventListener('pointerover', over, options);
  addEventListener('pointerout', (event) => event.relatedTarget ?? leave(), options);
  addEventListener('keydown', ({ key }) => key === 'Escape' && rest(), options);
  for (const name of ['scroll', 'resize', 'pagehide']) addEventListener(name, leave, options);
  addEventListener('blur', rest, options); // as when the composer opens over the picture
  signal.addEventListener('abort', leave);
}

/** A click has whole pixels, a pointer parts of them. */
const isAt = ({ clientX, clientY }: MouseEvent, x: number, y: number): boolean =>
  Math.abs(x - clientX) < 1 && Math.abs(y - clientY) < 1;

/** Shows the button, and takes it away once the picture moves, goes, or gets a button of the page's own. */
function stay(button: HoverButton, image: HTMLImageElement, next: (id: number) => void): void {
  const box = JSON.stringify(image.getBoundingClientRect());
  if (isUnwantedOn(document) || !mayHaveButton(image) || !button.show(image)) return;
  const look = () => {
    const isThere = image.isConnected && JSON.stringify(image.getBoundingClientRect()) === box;
    if (isThere && mayHaveButton(image)) next(window.setTimeout(look, LOOK_MS));
    else button.hide();
  };
  next(window.setTimeout(look, LOOK_MS));
}
