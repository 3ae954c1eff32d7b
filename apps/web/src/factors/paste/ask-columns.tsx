import { factorsOfTable } from '@coherence/lists';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ColumnsDialog } from './columns-dialog.tsx';
import { pastedFactors, type PastedFactors } from './pasted-factors.ts';

/**
 * Asks what the columns of a pasted table are, and gives the factors of those that were chosen; null where none were. The
 * dialog stands beside the app, so that no screen is larger for it.
 */
export function askFactors(table: readonly (readonly string[])[]): Promise<PastedFactors | null> {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const chosen = new Promise<PastedFactors | null>((resolve) => {
    const close = (found: PastedFactors | null): void => {
      root.unmount();
      place.remove();
      resolve(found);
    };
    root.render(
      <StrictMode>
        <ColumnsDialog
          table={table}
          of="factors"
          word="unit"
          onChosen={(choice) => close(pastedFactors(factorsOfTable(table, choice)))}
          onClose={() => close(null)}
        />
      </StrictMode>,
    );
  });
  return chosen;
}
