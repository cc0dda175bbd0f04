import { useQueryClient } from '@tanstack/react-query';
import { toast } from '../parts/toast.tsx';
import { go } from '../route/router.ts';
import { useReportWords } from './reportWords.ts';
import { startUploads } from './uploads.ts';
import { reportApi, reportsApi } from './useReports.ts';

/**
 * Sends files to be read and puts what comes back where the pages look for it. A single one opens when it was read and
 * the reader is still at the same address; `here`: the report without text that the file was dropped on.
 */
export function useReadFiles(here?: string): (files: readonly File[]) => void {
  const client = useQueryClient();
  const { r } = useReportWords();
  return (files) => {
    const from = location.pathname;
    startUploads(files, (report, isNew) => {
      client.setQueryData([reportApi(report.id)], report);
      void client.invalidateQueries({ queryKey: [reportsApi] });
      if (files.length > 1 || location.pathname !== from) return;
      if (here !== undefined && report.id !== here) toast(r('otherText'));
      else if (!isNew && here === undefined) toast(r('alreadyThere'));
      if (report.id !== here) go(`/reports/${report.id}`);
    });
  };
}
