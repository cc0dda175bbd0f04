import type { ReactElement } from 'react';
import type { Light as LightValue } from '@yiwang/contract';
import { useWords } from '../words/useWords.ts';

/** The shape alone, for inside an SVG or beside its word: ● ▲ ■ ○. `x`, `y` is the middle. */
export function LightMark(props: {
  readonly light: LightValue;
  readonly x: number;
  readonly y: number;
  readonly r?: number;
}): ReactElement {
  const { light, x, y, r = 4.5 } = props;
  if (light === 'ok') return <circle cx={x} cy={y} r={r * 0.93} className="l-ok" />;
  if (light === 'due') return <path d={`M${x} ${y - r}l${r} ${r * 1.9}h${-2 * r}Z`} className="l-due" />;
  if (light === 'over')
    return <rect x={x - r * 0.9} y={y - r * 0.9} width={r * 1.8} height={r * 1.8} className="l-over" />;
  return <circle cx={x} cy={y} r={r * 0.8} className="l-none" />;
}

const signWords = { ok: 'signOk', due: 'signDue', over: 'signOver', unknown: 'unknown' } as const;

/** Shape and word; the word may be a number, then the shape carries the word for who can't see it. */
export function Light(props: {
  readonly light: LightValue;
  readonly of?: 'case' | 'sign';
  readonly children?: string;
}): ReactElement {
  const { t } = useWords();
  const word = t(props.of === 'sign' ? signWords[props.light] : props.light);
  const hot = props.light === 'due' || props.light === 'over';
  return (
    <span className={hot ? 'light hot' : 'light'}>
      <Shape light={props.light} {...(props.children === undefined ? {} : { label: word })} />
      {props.children ?? word}
    </span>
  );
}

export function Shape(props: { readonly light: LightValue; readonly label?: string }): ReactElement {
  const named = props.label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': props.label };
  return (
    <svg className="shape" width="9" height="9" viewBox="0 0 9 9" {...named}>
      <LightMark light={props.light} x={4.5} y={4.5} r={4.4} />
    </svg>
  );
}
