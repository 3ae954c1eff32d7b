import { Tooltip } from '@base-ui/react/tooltip';
import { showOnTop } from '../top-layer.ts';
import '../css/tip.css';

type TipBubbleProps = { anchor: HTMLElement; words: string };

const GAP = 6;
const MARGIN = 8;

/**
 * Words beside an element, on the top layer. They stand within the dialog of the element: everything outside a modal
 * one is out of reach.
 */
export function TipBubble({ anchor, words }: TipBubbleProps) {
  return (
    <Tooltip.Root open>
      <Tooltip.Portal container={anchor.closest<HTMLElement>('.dialog') ?? document.body}>
        <Tooltip.Positioner
          ref={showOnTop}
          className="top-layer"
          popover="manual"
          anchor={anchor}
          positionMethod="fixed"
          side="bottom"
          sideOffset={GAP}
          collisionPadding={MARGIN}
        >
          <Tooltip.Popup className="tip" role="tooltip">
            <bdi>{words}</bdi>
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
