import type { ProcessDetail } from '@yiwang/contract';
import type { ReactElement } from 'react';
import { Loaded } from '../parts/Loaded.tsx';
import { Tag } from '../parts/Tag.tsx';
import { Segment } from '../parts/Segment.tsx';
import { useKey } from '../keys/useKey.ts';
import { go, useSearch } from '../route/router.ts';
import { FlowView } from './FlowView.tsx';
import { MigrationView } from './MigrationView.tsx';
import { ModelView } from './ModelView.tsx';
import { useProcessWords } from './processWords.ts';
import { useProcess, type ProcessKey } from './useProcesses.ts';
import { VersionsView } from './VersionsView.tsx';
import './processes.css';

const tabs = ['model', 'versions', 'flow', 'migration'] as const;
type Tab = (typeof tabs)[number];

/** One process: its model, its versions, how cases really run, and what a move to another version would do. */
export function ProcessPage(props: ProcessKey): ReactElement {
  const query = useProcess(props);
  return <Loaded query={query}>{(detail) => <ProcessView detail={detail} />}</Loaded>;
}

function ProcessView(props: { readonly detail: ProcessDetail }): ReactElement {
  const { b, w } = useProcessWords();
  const { detail } = props;
  const search = useSearch();
  const tab = tabs.find((one) => one === search.get('tab')) ?? 'model';
  const turn = (to: Tab): void => go(`${location.pathname}${to === 'model' ? '' : `?tab=${to}`}`, 'replace');
  useKey('firstTab', () => turn('model'));
  useKey('secondTab', () => turn('versions'));
  useKey('thirdTab', () => turn('flow'));
  useKey('fourthTab', () => turn('migration'));
  return (
    <div className="process">
      <div className="head">
        <h1>{detail.name}</h1>
        <span className="mono qq small">{detail.process}</span>
        <span className="q small">{b(detail.appName)}</span>
        <Segment
          label={w('view')}
          value={tab}
          choices={tabs.map((value) => ({ value, label: w(value) }))}
          onChange={turn}
        />
        <span className="sp" />
        <span className="q small num">{w('versionN', { n: detail.versions[0]?.version ?? 0 })}</span>
        {detail.draft !== null && <Tag look="a">{w('draft')}</Tag>}
      </div>
      {tab === 'model' && <ModelView key={`${detail.draft?.rev ?? 0} ${detail.shown.version}`} detail={detail} />}
      {tab === 'versions' && <VersionsView detail={detail} />}
      {tab === 'flow' && <FlowView detail={detail} />}
      {tab === 'migration' && <MigrationView detail={detail} />}
    </div>
  );
}
