import type { ReactElement } from 'react';
import { Loaded } from '../parts/Loaded.tsx';
import { DropZone } from './DropZone.tsx';
import { ReportView } from './ReportView.tsx';
import { UploadList } from './UploadList.tsx';
import { useReadFiles } from './useReadFiles.ts';
import { useReport } from './useReports.ts';
import './report.css';

/** One report; a file dropped here gives its text to figures that came without, or is read as another report. */
export function ReportPage(props: { readonly id: string }): ReactElement {
  const query = useReport(props.id);
  const isWithout = query.data?.text === null;
  const readFiles = useReadFiles(isWithout ? props.id : undefined);
  return (
    <DropZone {...(readFiles === undefined ? {} : { onFiles: readFiles })}>
      <UploadList />
      <Loaded query={query}>
        {(report) => <ReportView key={`${report.id} ${report.text === null}`} report={report} onFiles={readFiles} />}
      </Loaded>
    </DropZone>
  );
}
