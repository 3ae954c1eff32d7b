import './css/top-layer.css';

/** A ref: shows an element with `popover="manual"` over all that is there by now. */
export function showOnTop(element: HTMLElement | null): void {
  if (element?.matches(':popover-open') === false) element.showPopover();
}
