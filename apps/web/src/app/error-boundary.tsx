import { t } from '@coherence/words';
import { Component, type ReactNode } from 'react';
import { PartGone } from '../ui/load/retry-load.ts';
import { Button } from '../ui/button.tsx';
import { keptWhere } from '../live/device/keeping.ts';

type Props = {
  children: ReactNode;
  /** A new value tries again by itself: another route, another view. */
  resetKey: string;
};
type State = { error: unknown; failed: boolean; resetKey: string };

/**
 * Keeps a fault of one screen from taking the rest along. The document, its connection and the copy on this device
 * live above it and go on.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, failed: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error, failed: true };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    if (props.resetKey === state.resetKey) return null;
    return { error: null, failed: false, resetKey: props.resetKey };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { error } = this.state;
    const isOld = error instanceof PartGone;
    return (
      <section className="page-main page-main-narrow" role="alert">
        <h1>{t(isOld ? 'shell.old' : 'shell.broken')}</h1>
        <p className="page-hint">{t(isOld ? 'shell.oldHint' : 'shell.brokenHint', { place: keptWhere() })}</p>
        <div className="page-actions">
          {!isOld && (
            <Button variant="primary" size="l" onClick={() => this.setState({ error: null, failed: false })}>
              {t('shell.tryAgain')}
            </Button>
          )}
          <Button variant={isOld ? 'primary' : 'plain'} size="l" onClick={() => location.reload()}>
            {t('shell.reload')}
          </Button>
        </div>
        <details>
          <summary>{t('shell.details')}</summary>
          <p>{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</p>
        </details>
      </section>
    );
  }
}
