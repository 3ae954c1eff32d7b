import { useLayoutEffect, useRef } from 'react';
import { Button } from './button.tsx';
import './css/toast.css';

type Toast = { readonly id: number; readonly tone: 'told' | 'wrong'; readonly words: string };

type ToastsProps = { toasts: readonly Toast[]; closeLabel: string; onClose: (id: number) => void };

/** Short messages below the header, over an open dialog too. They are read aloud and never take the focus. */
export function Toasts({ toasts, closeLabel, onClose }: ToastsProps) {
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    // Shown anew each time: the newest of the top layer lies on top.
    if (box.current?.matches(':popover-open') === true) box.current.hidePopover();
    if (toasts.length > 0) box.current?.showPopover();
  }, [toasts]);

  return (
    <>
      <p dir="auto" className="visually-hidden" aria-live="polite">
        {toasts.at(-1)?.words}
      </p>
      <div ref={box} className="toasts" popover="manual">
        {toasts.map((toast) => (
          <div key={toast.id} className={`toast toast-${toast.tone}`}>
            <p dir="auto">{toast.words}</p>
            <Button variant="quiet" onClick={() => onClose(toast.id)}>
              {closeLabel}
            </Button>
          </div>
        ))}
      </div>
    </>
  );
}
