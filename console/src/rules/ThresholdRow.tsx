import type { Threshold } from '@yiwang/contract';
import { useId, type ReactElement } from 'react';
import { useRuleWords } from './ruleWords.ts';

/** One number of the rule: a slider and a field that say the same. */
export function ThresholdRow(props: {
  readonly threshold: Threshold;
  readonly value: string;
  readonly onMove: (value: string) => void;
}): ReactElement {
  const { b } = useRuleWords();
  const id = useId();
  const { threshold, value, onMove } = props;
  const { min, max, step, unit, text } = threshold;
  const isMoved = Number(value) !== Number(threshold.value);
  const label = b(threshold.label);
  return (
    <li className={isMoved ? 'moved' : ''}>
      <label htmlFor={id}>
        <span>{label}</span> <span className="mono qq small">{text}</span>
      </label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        onChange={(event) => onMove(event.target.value)}
      />
      <span className="in s">
        <input
          type="number"
          aria-label={label}
          min={min}
          max={max}
          step="any"
          value={value}
          onChange={(event) => {
            if (event.target.value !== '' && Number.isFinite(event.target.valueAsNumber)) onMove(event.target.value);
          }}
        />
        <span className="unit">{unit}</span>
      </span>
    </li>
  );
}
