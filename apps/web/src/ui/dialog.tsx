import { useEffect, useId, useRef, type MouseEvent, type ReactNode } from 'react';
import { Button } from './button.tsx';
import './css/dialog.css';

type DialogProps = {
  open: boolean;
  title: string;
  /** The words of the button in the corner. */
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
  /** The actions of the last line. */
  footer?: ReactNode;
  wide?: boolean;
};

/** A native modal dialog: the browser holds the focus, Escape and a click beside it close it. */
export function Dialog({ open, title, closeLabel, onClose, children, footer, wide = false }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (!open || dialog === null) return undefined;
    const opener = document.activeElement;
    dialog.showModal();
    return () => {
      dialog.close();
      // A dialog that was taken out of the page while open does not give the focus back by itself.
      if (opener instanceof HTMLElement && document.activeElement === document.body) opener.focus();
    };
  }, [open]);

  const closeBeside = (event: MouseEvent) => {
    if (event.target === ref.current) onClose();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape does the same
    <dialog
      ref={ref}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={() => {
        if (open) onClose();
      }}
      onMouseDown={closeBeside}
    >
      {open ? (
        <div className="dialog-sheet">
          <header className="dialog-head">
            <h2 id={titleId}>{title}</h2>
            <Button variant="quiet" onClick={onClose}>
              {closeLabel}
            </Button>
          </header>
          <div className="dialog-body">{children}</div>
          {footer === undefined ? null : <footer className="dialog-foot">{footer}</footer>}
        </div>
      ) : null}
    </dialog>
  );
}
