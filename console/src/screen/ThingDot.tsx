import { memo } from 'react';
import { LightMark } from '../parts/Light.tsx';
import { useWords } from '../words/useWords.ts';
import type { Thing } from './Districts.tsx';

/** A measuring point; drawn anew only when it changed. */
export const ThingDot = memo(function ThingDot(props: { readonly thing: Thing; readonly scale: number }) {
  const { t, b } = useWords();
  const { thing, scale } = props;
  const isCalm = thing.light === 'ok' || thing.light === 'unknown';
  return (
    <g>
      <title>{`${b(thing.name)} ${thing.value ?? t('noValue')} ${thing.unit}`}</title>
      <LightMark light={thing.light} x={thing.x} y={thing.y} r={(isCalm ? 1.6 : 3.4) * scale} />
    </g>
  );
});
