import { useQueryClient } from '@tanstack/react-query';
import { useHere } from '../app/session.ts';
import { toast } from '../parts/toast.tsx';
import { go } from '../route/router.ts';
import { useReportWords } from './reportWords.ts';
import { dismissUpload, startUploads } from './uploads.ts';
import { reportApi, reportsApi } from './useReports.ts';

/**
 * Sends files to be read and puts what comes back where the pages look for it. A single one opens when it was read and
 * the reader is still at the same address; `here`: the report without text that the file was dropped on. Undefined for an account that may not add.
 */
export function useReadFiles(here?: string): ((files: readonly File[]) => void) | undefined {
  const client = useQueryClient();
  const { r } = useReportWords();
  const { session } = useHere();
  if (!session.actions.includes('report.add')) return undefined;
  return (files) => {
    const from = location.pathname;
    startUploads(files, (report, isNew, upload) => {
      client.setQueryData([reportApi(report.id)], report);
      void client.invalidateQueries({ queryKey: [reportsApi] });
      if (files.length > 1 || location.pathname !== from) return;
      dismissUpload(upload);
      if (here !== undefined && report.id !== here) toast(r('otherText'));
      else if (!isNew && here === undefined) toast(r('alreadyThere'));
      if (report.id !== here) go(`/reports/${report.id}`);
    });
  };
}
