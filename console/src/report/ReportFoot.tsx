import type { ReactElement } from 'react';
import type { KeyId } from '../keys/keys.ts';
import { useLiveState } from '../live/live.ts';
import { Kbd } from '../parts/Kbd.tsx';
import { Shape } from '../parts/Light.tsx';
import { numberOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';
import { useReport } from './useReports.ts';

const hints: readonly (readonly [readonly KeyId[], 'fRows' | 'fCorrect' | 'fReading'])[] = [
  [['nextRow', 'previousRow'], 'fRows'],
  [['correct'], 'fCorrect'],
  [['firstReading', 'secondReading'], 'fReading'],
];

/** What was read, how fast, from which bytes; and the keys of the page. */
export function ReportFoot(props: { readonly id: string; readonly onKeys: () => void }): ReactElement {
  const { t } = useWords();
  const { data } = useReport(props.id);
  const isLive = useLiveState() === 'live';
  return (
    <>
      {data !== undefined && (
        <>
          <span className="row">
            <Shape light={isLive ? 'ok' : 'unknown'} />
            {t(data.text === null ? 'fLength' : 'fRead', {
              n: numberOf(data.length),
              ms: numberOf(Math.max(1, Math.round(data.milliseconds))),
            })}
          </span>
          {data.encoding !== '' && <span className="opt">{data.encoding.toUpperCase()}</span>}
          <span className="opt" title={data.hash}>
            SHA-256{' '}
            <span className="mono">
              {data.hash.slice(0, 4)}…{data.hash.slice(-4)}
            </span>
          </span>
        </>
      )}
      <span className="sp" />
      {hints.map(([ids, word]) => (
        <span key={word} className="row opt">
          {ids.map((id) => (
            <Kbd key={id} of={id} />
          ))}{' '}
          {t(word)}
        </span>
      ))}
      <button type="button" className="plain row" onClick={props.onKeys}>
        <Kbd of="help" /> {t('keysTitle')}
      </button>
    </>
  );
}
