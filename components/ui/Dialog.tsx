import './Dialog.css';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import { t } from '../../lib/i18n';
import { IconButton } from './Button';
import { CloseIcon } from './icons';

interface DialogProps {
  title: string;
  children: ComponentChildren;
  onClose: () => void;
  /** Nothing in it takes the focus: it is scrolled by keys all the same. */
  isText?: boolean;
}

/** A dialog over the view: the browser keeps the focus inside, closes it on Escape and gives the focus back. */
export function Dialog({ title, children, onClose, isText = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);

  // Before anything is painted: a key that is pressed right after the one that opened it is the dialog's.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      class="dialog"
      // Not by the heading's id: a view and what is drawn beside it, as the map of keys is, count their ids from the same number.
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault(); // closed by the view that opened it
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.stopPropagation();
      }}
    >
      <header class="dialog-head">
        <h2 class="grow">{title}</h2>
        <IconButton label={t('actionClose')} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </header>
      {isText ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls takes the keyboard
        <div class="dialog-body" tabIndex={0}>
          {children}
        </div>
      ) : (
        <div class="dialog-body">{children}</div>
      )}
    </dialog>
  );
}
