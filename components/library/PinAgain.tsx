import { useEffect, useState } from 'preact/hooks';

import type { WantedChange } from '../../lib/changes/queue';
import type { LibraryChange } from '../../lib/changes/types';
import { read, toPinRow } from '../../lib/library/read';
import type { PinRow } from '../../lib/library/types';
import { send } from '../../lib/messages/send';
import { PinForm } from './PinForm';

type PinChange = Extract<LibraryChange, { op: 'pins/update' }>;

interface PinAgainProps {
  change: PinChange;
  /** What is asked for instead; null where nothing is. */
  onDone: (wanted: WantedChange | null) => void;
}

/** A pin's form with the words that Pinterest refused: the pin itself is read anew, as nothing of it is kept. */
export function PinAgain({ change, onDone }: PinAgainProps) {
  const [pin, setPin] = useState<PinRow | null>(null);
  const { pin_id } = change.input;
  useEffect(() => {
    let isGone = false;
    const known = () => toPinRow({ id: pin_id, ...change.back });
    const look = () => read(send, 'pins/get', { pin_id }).then(toPinRow, known);
    void look().then((row) => isGone || setPin(row));
    return () => {
      isGone = true;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- once: what is typed is not written over
  }, [pin_id]);
  return pin && <PinForm pin={pin} filled={wordsOf(change.input)} onDone={onDone} />;
}

/** The words that were asked for; null is none. */
function wordsOf({ title, description, alt_text, link }: PinChange['input']) {
  return {
    ...(title === undefined ? {} : { title: title ?? '' }),
    ...(description === undefined ? {} : { description: description ?? '' }),
    ...(alt_text === undefined ? {} : { altText: alt_text ?? '' }),
    ...(link === undefined ? {} : { link: link ?? '' }),
  };
}
