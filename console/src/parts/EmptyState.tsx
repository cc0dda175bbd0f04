import type { ReactElement, ReactNode } from 'react';

/** Says why nothing is here and offers the next step. */
export function EmptyState(props: { readonly text: string; readonly children?: ReactNode }): ReactElement {
  return (
    <div className="pb">
      <div className="empty">
        <p>{props.text}</p>
        {props.children}
      </div>
    </div>
  );
}
