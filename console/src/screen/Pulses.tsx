import { useState, type ReactElement } from 'react';
import type { LiveEvent } from '@yiwang/contract';
import { useHere } from '../app/session.ts';
import { useLive } from '../live/live.ts';

/** One ring over the district where a sign just crossed its band; gone when it has faded. */
export function Pulses(props: { readonly scale: number }): ReactElement {
  const { city } = useHere();
  const [rings, setRings] = useState<readonly LiveEvent[]>([]);
  useLive((message) => {
    if (message.kind !== 'batch') return;
    const crossings = message.batch.events.filter(({ kind }) => kind === 'crossing');
    if (crossings.length > 0) setRings((before) => [...before, ...crossings].slice(-20));
  });
  return (
    <g aria-hidden="true">
      {rings.map(({ id, region }) => {
        const at = city.map.cells.find((cell) => cell.code === region)?.label;
        return (
          at !== undefined && (
            <circle
              key={id}
              className="ring"
              cx={at[0]}
              cy={at[1]}
              r={14 * props.scale}
              onAnimationEnd={() => setRings((before) => before.filter((ring) => ring.id !== id))}
            />
          )
        );
      })}
    </g>
  );
}
