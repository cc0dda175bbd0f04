import type { ReactElement } from 'react';
import type { LightCounts } from '@yiwang/contract';

export function Bar(props: { readonly counts: LightCounts }): ReactElement {
  return (
    <div className="prop" aria-hidden="true">
      {(['ok', 'due', 'over'] as const).map((light) =>
        props.counts[light] > 0 ? (
          <i key={light} className={`p-${light}`} style={{ flex: props.counts[light] }} />
        ) : null,
      )}
    </div>
  );
}
