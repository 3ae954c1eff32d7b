import { Dialog } from '@base-ui/react/dialog';
import { useRef, type MouseEvent, type ReactNode } from 'react';
import { useBackCloses } from './back/use-back.ts';
import { Button } from './button.tsx';
import { showOnTop } from './top-layer.ts';
import './css/dialog.css';

export type DialogSheetProps = {
  title: string;
  /** The words of the button in the corner. */
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
  /** The actions of the last line. */
  footer?: ReactNode;
  wide?: boolean;
};

/** An open dialog. It stands in the page where it is written, and on the top layer, over all that has a height. */
export function DialogSheet({
  title,
  closeLabel,
  onClose,
  children,
  footer,
  wide = false,
}: DialogSheetProps) {
  const place = useRef<HTMLSpanElement>(null);
  const sheet = useRef<HTMLDivElement>(null);

  useBackCloses(onClose);
  const closeBeside = (event: MouseEvent): void => {
    if (event.target !== event.currentTarget) return;
    // Else the press takes the focus that is given back.
    event.preventDefault();
    onClose();
  };

  return (
    <>
      <span ref={place} className="top-layer-place" />
      <Dialog.Root
        open
        // A press beside the sheet closes it here: one on a notice, which lies over it, does not.
        disablePointerDismissal
        onOpenChange={(_, details) => {
          // A field or list in it that used the key for itself.
          if (details.event.defaultPrevented) details.cancel();
          else onClose();
        }}
      >
        <Dialog.Portal container={place}>
          <Dialog.Viewport
            ref={showOnTop}
            className="dialog-ground"
            popover="manual"
            onMouseDown={closeBeside}
          >
            <Dialog.Popup
              ref={sheet}
              className={wide ? 'dialog dialog-wide' : 'dialog'}
              initialFocus={() => sheet.current?.querySelector<HTMLElement>('[autofocus]') ?? true}
            >
              <header className="dialog-head">
                <Dialog.Title>
                  <bdi>{title}</bdi>
                </Dialog.Title>
                <Button variant="quiet" onClick={onClose}>
                  {closeLabel}
                </Button>
              </header>
              <div className="dialog-body">{children}</div>
              {footer === undefined ? null : <footer className="dialog-foot">{footer}</footer>}
            </Dialog.Popup>
          </Dialog.Viewport>
        </Dialog.Portal>
      </Dialog.Root>
    </>
  );
}
