import type { ReactElement, ReactNode } from 'react';

export function Panel(props: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly side?: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section className="panel" aria-label={props.title}>
      <div className="ph">
        <h2>{props.title}</h2>
        {props.note}
        <span className="sp" />
        {props.side}
      </div>
      {props.children}
    </section>
  );
}
