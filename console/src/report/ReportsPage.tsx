import type { ReactElement } from 'react';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Link } from '../route/Link.tsx';
import { setSearch, useSearch } from '../route/router.ts';
import { numberOf } from '../words/format.ts';
import { DropZone } from './DropZone.tsx';
import { FileChoice } from './FileChoice.tsx';
import { ReportTable } from './ReportTable.tsx';
import { useReportWords } from './reportWords.ts';
import { UploadList } from './UploadList.tsx';
import { useReadFiles } from './useReadFiles.ts';
import { useReports } from './useReports.ts';
import './report.css';

/** The reports that were read, a place to drop more, and the way to compare some. */
export function ReportsPage(): ReactElement {
  const { t, r } = useReportWords();
  const query = useReports();
  const readFiles = useReadFiles();
  const chosen = (useSearch().get('ids') ?? '').split(',').filter((id) => id !== '');
  const turn = (id: string): void => {
    const ids = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    setSearch({ ids: ids.join(',') });
  };
  return (
    <DropZone {...(readFiles === undefined ? {} : { onFiles: readFiles })}>
      <div className="head">
        <h1>{t('reports')}</h1>
        {query.data !== undefined && <span className="qq num">{numberOf(query.data.reports.length)}</span>}
        <span className="sp" />
        {chosen.length > 1 ? (
          <Link className="btn" href={`/reports/compare?ids=${chosen.slice(0, 12).join(',')}`}>
            {r('compareN', { n: Math.min(12, chosen.length) })}
          </Link>
        ) : (
          (query.data?.reports.length ?? 0) > 1 && <span className="small qq">{r('compareHint')}</span>
        )}
      </div>
      <section className="dropbox" aria-label={r('chooseFile')}>
        {readFiles === undefined ? (
          <span className="q">{r('mayNotAdd')}</span>
        ) : (
          <>
            <span>{r('dropHere')}</span>
            <FileChoice onFiles={readFiles} />
            <span className="small qq">{r('formats')}</span>
          </>
        )}
      </section>
      <UploadList />
      <Loaded query={query}>
        {({ reports }) =>
          reports.length === 0 ? (
            <EmptyState text={r('noReports')} />
          ) : (
            <ReportTable reports={reports} chosen={chosen} onTurn={turn} />
          )
        }
      </Loaded>
    </DropZone>
  );
}
