import { Component, type ReactNode } from 'react';
import { FaultBox } from './FaultBox.tsx';

/**
 * Keeps the frame when a page can't be drawn, mostly since its code could not be fetched while the server was away. A
 * class, since React offers this to no function. What failed once stays failed until the page is loaded anew.
 */
export class PageGuard extends Component<{ readonly children: ReactNode }, { readonly error: Error | undefined }> {
  override state: { readonly error: Error | undefined } = { error: undefined };
  static getDerivedStateFromError(cause: unknown): { readonly error: Error } {
    return { error: cause instanceof Error ? cause : new TypeError(String(cause)) };
  }
  override render(): ReactNode {
    const { error } = this.state;
    return error === undefined ? this.props.children : <FaultBox error={error} onRetry={() => location.reload()} />;
  }
}
