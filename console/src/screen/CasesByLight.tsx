import type { ReactElement } from 'react';
import type { Screen } from '@yiwang/contract';
import { Bar } from '../parts/Bar.tsx';
import { Light } from '../parts/Light.tsx';
import { Panel } from '../parts/Panel.tsx';
import { numberOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';
import { CountCell } from './CountCell.tsx';

const networks = ['serve', 'manage', 'oversee'] as const;
const lights = ['ok', 'due', 'over'] as const;

/** The cases of the three networks by light. The list has no filter by network, so only the totals are links. */
export function CasesByLight(props: { readonly screen: Screen }): ReactElement {
  const { t } = useWords();
  const total = { ok: 0, due: 0, over: 0 };
  for (const { counts } of props.screen.cases) for (const light of lights) total[light] += counts[light];
  return (
    <Panel
      title={t('cases')}
      note={<span className="qq num">{numberOf(total.ok + total.due + total.over)}</span>}
      side={<span className="en">{t('networks')}</span>}
    >
      <Bar counts={total} />
      <table className="lt">
        <thead>
          <tr>
            <th scope="col">{t('network')}</th>
            {lights.map((light) => (
              <th key={light} scope="col" className="r">
                <Light light={light} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {networks.map((network) => {
            const counts = props.screen.cases.find((candidate) => candidate.network === network)?.counts;
            return (
              <tr key={network}>
                <th scope="row">{t(network)}</th>
                {counts === undefined ? (
                  <td colSpan={3} className="r qq">
                    {t('noApp')}
                  </td>
                ) : (
                  lights.map((light) => (
                    <td key={light} className="r num">
                      {numberOf(counts[light])}
                    </td>
                  ))
                )}
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            {lights.map((light) => (
              <CountCell key={light} n={total[light]} light={light} bare />
            ))}
          </tr>
        </tfoot>
      </table>
    </Panel>
  );
}
