import type { ProcessFlow } from '@yiwang/contract';
import { useState, type ReactElement } from 'react';
import { useKey } from '../keys/useKey.ts';
import { Button } from '../parts/Button.tsx';
import { Panel } from '../parts/Panel.tsx';
import { setSearch } from '../route/router.ts';
import { numberOf } from '../words/format.ts';
import type { TimeUnit } from './flowMarks.ts';
import { useProcessWords } from './processWords.ts';
import { shareText, timeText } from './timeText.ts';
import { variantKey } from './variantKey.ts';

/** The ways that closed cases went, the most frequent first; the chosen one is shown on the drawing. */
export function VariantList(props: {
  readonly flow: ProcessFlow;
  readonly unit: TimeUnit;
  readonly chosen: string | undefined;
}): ReactElement {
  const { w } = useProcessWords();
  const { flow, unit, chosen } = props;
  const { variants, otherVariants: other } = flow;
  const names = new Map(flow.nodes.map(({ id, name }) => [id, name]));
  const at = variants.findIndex((one) => variantKey(one) === chosen);
  const choose = (key: string | undefined): void => setSearch({ variant: key });
  const [walked, setWalked] = useState(false);
  const walk = (step: number): void => {
    const next = variants[Math.min(Math.max(at + step, 0), variants.length - 1)];
    if (next === undefined) return;
    setWalked(true);
    choose(variantKey(next));
  };
  useKey('nextVariant', () => walk(1), variants.length > 0);
  useKey('previousVariant', () => walk(-1), variants.length > 0);
  const most = variants[0]?.share ?? 1;
  return (
    <Panel
      title={w('variants')}
      note={<span className="num q">{numberOf(variants.length + other.variants)}</span>}
      side={
        at >= 0 && (
          <Button small onClick={() => choose(undefined)}>
            {w('showAll')}
          </Button>
        )
      }
    >
      {variants.length === 0 && <p className="pb q">{w('noVariants')}</p>}
      <ul className="variants">
        {variants.map(({ path, cut, cases, share, time }, index) => (
          <li key={variantKey({ path })}>
            <button
              type="button"
              aria-pressed={index === at}
              ref={walked && index === at ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
              onClick={() => choose(index === at ? undefined : variantKey({ path }))}
            >
              <span className="num">
                {w('variantSays', {
                  cases: numberOf(cases),
                  share: shareText(share),
                  time: timeText(time[unit].median, w, unit),
                })}
              </span>
              <span className="variant-share" aria-hidden="true">
                <i style={{ width: `${(share / most) * 100}%` }} />
              </span>
              <span className="q small">
                {path.length === 0 ? w('noSteps') : path.map((id) => names.get(id) ?? id).join(' → ')}
                {cut && ' …'}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {other.cases > 0 && (
        <p className="pb q small">
          {w(other.atLeast ? 'otherVariantsMany' : 'otherVariants', {
            variants: numberOf(other.variants),
            cases: numberOf(other.cases),
          })}
        </p>
      )}
    </Panel>
  );
}
