import type { ProcessSummary } from '@yiwang/contract';
import type { ReactElement } from 'react';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Light } from '../parts/Light.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Tag } from '../parts/Tag.tsx';
import { Link } from '../route/Link.tsx';
import { setSearch, useSearch } from '../route/router.ts';
import { numberOf } from '../words/format.ts';
import { useProcessWords } from './processWords.ts';
import { processPage, useProcesses } from './useProcesses.ts';
import './processes.css';

/** All processes: which version new cases start on, how many cases are open on each, whether it can run. */
export function ProcessesPage(): ReactElement {
  const { t, w } = useProcessWords();
  const text = useSearch().get('text') ?? '';
  const query = useProcesses();
  const wanted = text.trim().toLowerCase();
  return (
    <>
      <div className="head">
        <h1>{t('processesPage')}</h1>
        {query.data !== undefined && <span className="qq num">{numberOf(query.data.processes.length)}</span>}
        <span className="sp" />
        <input
          className="in process-find"
          type="search"
          aria-label={w('findProcess')}
          placeholder={w('findProcess')}
          value={text}
          onChange={(event) => setSearch({ text: event.target.value })}
        />
      </div>
      <Loaded query={query}>
        {({ processes }) => {
          const found = processes.filter(({ process, name, app, appName }) =>
            [process, name, app, appName.zh, appName.en].some((one) => one.toLowerCase().includes(wanted)),
          );
          return (
            <div className="scroll">
              {found.length === 0 ? (
                <EmptyState text={w(processes.length === 0 ? 'noProcesses' : 'noneFound')} />
              ) : (
                <ProcessTable processes={found} />
              )}
            </div>
          );
        }}
      </Loaded>
    </>
  );
}

function ProcessTable(props: { readonly processes: readonly ProcessSummary[] }): ReactElement {
  const { b, t, w } = useProcessWords();
  return (
    <table aria-label={t('processesPage')}>
      <thead>
        <tr>
          <th scope="col">{w('process')}</th>
          <th scope="col">{w('application')}</th>
          <th scope="col">{w('version')}</th>
          <th scope="col" className="r">
            {w('openCases')}
          </th>
          <th scope="col">{w('check')}</th>
        </tr>
      </thead>
      <tbody>
        {props.processes.map((one) => (
          <tr key={`${one.app} ${one.process}`}>
            <td>
              <Link href={processPage(one)} className="process-name">
                {one.name}
              </Link>{' '}
              <span className="mono qq small">{one.process}</span> {one.hasDraft && <Tag look="a">{w('hasDraft')}</Tag>}
            </td>
            <td className="q">{b(one.appName)}</td>
            <td className="num">
              <Link href={`${processPage(one)}?tab=versions`}>{w('versionN', { n: one.version })}</Link>
            </td>
            <td className="num r">
              <Link href={`${processPage(one)}?tab=flow`}>{numberOf(one.open)}</Link>
              <OnOlder process={one} />
            </td>
            <td>
              <Link href={processPage(one)}>
                {one.problems === 0 ? (
                  <Light light="ok">{w('sound')}</Light>
                ) : (
                  <Light light="over">{w('problemsN', { n: one.problems })}</Light>
                )}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Cases that still run on versions before the newest. */
function OnOlder(props: { readonly process: ProcessSummary }): ReactElement | null {
  const { w } = useProcessWords();
  const { versions, version } = props.process;
  const older = versions.filter((one) => one.version !== version && one.open > 0);
  if (older.length === 0) return null;
  return (
    <span className="qq small">
      {' '}
      {older.map((one) => w('onVersion', { n: one.version, open: one.open })).join(', ')}
    </span>
  );
}
