import type { ProcessDetail, ProcessDifference, ProcessVersion } from '@yiwang/contract';
import type { ReactElement } from 'react';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Segment } from '../parts/Segment.tsx';
import { setSearch, useSearch } from '../route/router.ts';
import { dayTimeOf } from '../words/format.ts';
import { BpmnBox } from './BpmnBox.tsx';
import { DifferenceList, marksOf } from './DifferenceList.tsx';
import { useProcessWords } from './processWords.ts';
import { useDifference, useProcess } from './useProcesses.ts';
import { versionAsked } from './versionAsked.ts';

/** The versions as they followed each other, and what differs between two of them, on the drawing. */
export function VersionsView(props: { readonly detail: ProcessDetail }): ReactElement {
  const { w } = useProcessWords();
  const { detail } = props;
  const search = useSearch();
  const [newest] = detail.versions;
  const isDraft = search.get('version') === 'draft' && detail.draft !== null;
  const shown = isDraft ? undefined : (versionAsked(detail, search.get('version')) ?? newest?.version);
  const against =
    versionAsked(detail, search.get('against')) ??
    (isDraft ? detail.draft?.base : detail.versions.find(({ version }) => version < (shown ?? 0))?.version);
  return (
    <div className="cols process-cols">
      <div className="process-left">
        {against === undefined ? (
          <EmptyState text={w(detail.versions.length === 1 ? 'oneVersion' : 'nothingBefore')} />
        ) : (
          <Difference detail={detail} from={against} to={shown} />
        )}
      </div>
      <div className="scroll">
        <div className="ph">
          <h2>{w('versions')}</h2>
          <span className="sp" />
          <label className="row small">
            {w('compareWith')}
            <select
              className="in s"
              value={against ?? ''}
              onChange={(event) => setSearch({ against: event.target.value })}
              disabled={detail.versions.length < 2 && !isDraft}
            >
              {against === undefined && <option value="">{w('nothingBefore')}</option>}
              {detail.versions.map(({ version }) => (
                <option key={version} value={version}>
                  {w('versionN', { n: version })}
                </option>
              ))}
            </select>
          </label>
        </div>
        <ol className="tl pb">
          {detail.draft !== null && (
            <li className={isDraft ? 'now' : ''}>
              <button
                type="button"
                className="btn t s process-version"
                onClick={() => setSearch({ version: 'draft', against: undefined })}
              >
                {w('draft')}
              </button>
              <p className="meta">
                {w('draftBy', {
                  base: detail.draft.base,
                  account: accountOf(detail.draft.by),
                  at: dayTimeOf(detail.draft.at),
                })}
              </p>
            </li>
          )}
          {detail.versions.map((version) => (
            <Version key={version.version} version={version} isShown={version.version === shown} />
          ))}
        </ol>
      </div>
    </div>
  );
}

/** `account:600001` is told as 600001. */
const accountOf = (actor: string): string => actor.replace(/^account:/, '');

function Version(props: { readonly version: ProcessVersion; readonly isShown: boolean }): ReactElement {
  const { w } = useProcessWords();
  const { version, at, origin, by, why, open, cases } = props.version;
  return (
    <li className={props.isShown ? 'now' : ''}>
      <button
        type="button"
        className="btn t s process-version"
        aria-current={props.isShown ? 'true' : undefined}
        onClick={() => setSearch({ version: String(version), against: undefined })}
      >
        {w('versionN', { n: version })}
      </button>{' '}
      <span className="num q">
        {w('casesN', { n: cases })} · {w('openN', { n: open })}
      </span>
      <p className="meta">
        <span className="num">{dayTimeOf(at)}</span>{' '}
        {origin === 'file' ? w('fromFile') : w('byWhom', { account: accountOf(by ?? '') })}
      </p>
      {why !== null && <p>{why}</p>}
    </li>
  );
}

/** `to` undefined: the draft. */
function Difference(props: {
  readonly detail: ProcessDetail;
  readonly from: number;
  readonly to: number | undefined;
}): ReactElement {
  const { w } = useProcessWords();
  const { detail, from, to } = props;
  const key = { app: detail.app, process: detail.process };
  const side = useSearch().get('side') === 'before' ? 'before' : 'after';
  const query = useDifference(key, from, to, true);
  const stored = useProcess(key, side === 'before' ? from : (to ?? from));
  const xml = side === 'after' && to === undefined ? detail.draft?.xml : stored.data?.shown.xml;
  const title = w('differenceOf', { from, to: to === undefined ? w('draft') : w('versionN', { n: to }) });
  return (
    <>
      <div className="ph">
        <h2>{title}</h2>
        <span className="sp" />
        <Segment
          label={w('canvas')}
          value={side}
          choices={(['before', 'after'] as const).map((value) => ({ value, label: w(value) }))}
          onChange={(value) => setSearch({ side: value === 'after' ? undefined : value })}
        />
      </div>
      <Loaded query={query}>
        {(difference: ProcessDifference) => (
          <>
            {xml !== undefined && <BpmnBox xml={xml} label={title} marks={marksOf(difference)} />}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it */}
            <section className="scroll process-below" aria-label={title} tabIndex={0}>
              <DifferenceList difference={difference} />
            </section>
          </>
        )}
      </Loaded>
    </>
  );
}
