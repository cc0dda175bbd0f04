import type { ReactElement } from 'react';
import type { ReportAmbiguity } from '@yiwang/contract';
import { Kbd } from '../parts/Kbd.tsx';
import { useReportWords } from './reportWords.ts';

/** The readings of one place side by side, each with why and how sure. Before anybody chose, the first stands. */
export function Readings(props: {
  readonly of: ReportAmbiguity;
  readonly busy: boolean;
  readonly keysHere: boolean;
  readonly onChoose: (reading: number) => void;
}): ReactElement {
  const { r, b } = useReportWords();
  const { chosen, readings } = props.of;
  return (
    <fieldset className="readings" aria-label={r('readings')}>
      {readings.map((reading, index) => {
        const isShown = (chosen ?? 0) === index;
        const key = ([undefined, 'firstReading', 'secondReading'] as const)[index + 1];
        return (
          <button
            key={reading.text}
            type="button"
            className={isShown ? 'opt shown' : 'opt'}
            aria-pressed={chosen === index}
            disabled={props.busy}
            onClick={() => props.onChoose(index)}
          >
            <span className={chosen === null ? 'rad' : 'rad done'} aria-hidden="true" />
            <span>
              <b lang="zh-CN">{reading.text}</b>
              <span className="small q why">{b(reading.reason)}</span>
            </span>
            <span className="row">
              <span className="num small q" title={r('confidenceOf', { n: reading.confidence.toFixed(2) })}>
                {reading.confidence.toFixed(2).replace(/^0/, '')}
              </span>
              {key !== undefined && props.keysHere && <Kbd of={key} />}
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}
