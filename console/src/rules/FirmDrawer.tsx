import type { EntityRow, RuleChange, WhatIfSide } from '@yiwang/contract';
import { useState, type ReactElement, type ReactNode } from 'react';
import { regionName, useHere } from '../app/session.ts';
import { Button } from '../parts/Button.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { setSearch } from '../route/router.ts';
import { numberOf } from '../words/format.ts';
import { exactAmount } from './amountText.ts';
import { useRuleWords } from './ruleWords.ts';
import { useMatched, useWhatIfEntities } from './useRules.ts';

const page = 50;
const sides = ['gained', 'lost', 'more', 'less'] as const;
export type FirmListKind = WhatIfSide | 'matched';
export const firmListOf = (text: string | null): FirmListKind | undefined =>
  text === 'matched' ? 'matched' : sides.find((side) => side === text);

/** Which firms stand behind a count, fifty at a time; one of them opens its explanation. */
export function FirmDrawer(props: {
  readonly code: string;
  readonly list: FirmListKind;
  readonly change: RuleChange;
}): ReactElement {
  return props.list === 'matched' ? (
    <MatchedFirms code={props.code} />
  ) : (
    <ChangedFirms code={props.code} side={props.list} change={props.change} />
  );
}

interface Line {
  readonly entity: EntityRow;
  readonly before: string | null;
  readonly after: string | null;
}

function MatchedFirms(props: { readonly code: string }): ReactElement {
  const { w } = useRuleWords();
  const [offset, setOffset] = useState(0);
  const query = useMatched(props.code, undefined, offset);
  return (
    <Loaded query={query}>
      {({ total, rows }) => (
        <FirmFrame
          title={w('listOf', { side: w('qualified'), n: numberOf(total) })}
          pages={{ offset, total, setOffset }}
        >
          <FirmTable lines={rows.map(({ entity, amount }) => ({ entity, before: amount, after: amount }))} />
        </FirmFrame>
      )}
    </Loaded>
  );
}

function ChangedFirms(props: {
  readonly code: string;
  readonly side: WhatIfSide;
  readonly change: RuleChange;
}): ReactElement {
  const { w } = useRuleWords();
  const { code, side, change } = props;
  const [offset, setOffset] = useState(0);
  const query = useWhatIfEntities(code, { change, side, offset });
  return (
    <Loaded query={query}>
      {({ total, rows }) => (
        <FirmFrame title={w('listOf', { side: w(side), n: numberOf(total) })} pages={{ offset, total, setOffset }}>
          <FirmTable lines={rows} />
        </FirmFrame>
      )}
    </Loaded>
  );
}

interface Pages {
  readonly offset: number;
  readonly total: number;
  readonly setOffset: (offset: number) => void;
}

function FirmFrame(props: {
  readonly title: string;
  readonly pages: Pages;
  readonly children: ReactNode;
}): ReactElement {
  const { w } = useRuleWords();
  const { offset, total, setOffset } = props.pages;
  const last = Math.min(total, offset + page);
  return (
    <section className="rule-drawer" aria-label={props.title}>
      <div className="ph">
        <h2>{props.title}</h2>
        <span className="sp" />
        {total > page && (
          <>
            <Button small disabled={offset === 0} onClick={() => setOffset(Math.max(0, offset - page))}>
              ←
            </Button>
            <span className="num small">
              {numberOf(offset + 1)}–{numberOf(last)}
            </span>
            <Button small disabled={last >= total} onClick={() => setOffset(offset + page)}>
              →
            </Button>
          </>
        )}
        <Button small onClick={() => setSearch({ list: undefined })}>
          {w('close')}
        </Button>
      </div>
      <div className="scroll">{props.children}</div>
    </section>
  );
}

function FirmTable(props: { readonly lines: readonly Line[] }): ReactElement {
  const { w, language } = useRuleWords();
  const { city } = useHere();
  return (
    <table aria-label={w('firm')}>
      <thead>
        <tr>
          <th scope="col">{w('firm')}</th>
          <th scope="col">{w('district')}</th>
          <th scope="col" className="r">
            {w('before')}
          </th>
          <th scope="col" className="r">
            {w('after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.lines.map(({ entity, before, after }) => (
          <tr key={`${entity.region}/${entity.code}`}>
            <td>
              <button
                type="button"
                className="btn t s"
                onClick={() => setSearch({ firm: `${entity.region}/${entity.code}` })}
              >
                {entity.name}
              </button>{' '}
              <span className="mono qq small">{entity.code}</span>
            </td>
            <td>{regionName(city, entity.region, language)}</td>
            <td className="num r">{before === null ? '–' : exactAmount(before)}</td>
            <td className="num r">{after === null ? '–' : exactAmount(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
