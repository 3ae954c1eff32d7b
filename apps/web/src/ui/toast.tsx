import { Button } from './button.tsx';
import './css/toast.css';

export type Toast = { readonly id: number; readonly tone: 'told' | 'wrong'; readonly words: string };

type ToastsProps = { toasts: readonly Toast[]; closeLabel: string; onClose: (id: number) => void };

/** Short messages in a corner, read aloud when they come; they never take the focus. */
export function Toasts({ toasts, closeLabel, onClose }: ToastsProps) {
  return (
    <div className="toasts" aria-live="polite" aria-relevant="additions">
      {toasts.map((toast) => (
        <div key={toast.id} className={`toast toast-${toast.tone}`}>
          <p>{toast.words}</p>
          <Button variant="quiet" onClick={() => onClose(toast.id)}>
            {closeLabel}
          </Button>
        </div>
      ))}
    </div>
  );
}
