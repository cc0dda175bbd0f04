import type { ReactElement } from 'react';
import { Link } from '../route/Link.tsx';
import { useWords } from '../words/useWords.ts';
import { useReport } from './useReports.ts';

export function ReportCrumb(props: { readonly id: string }): ReactElement {
  const { t } = useWords();
  const { data } = useReport(props.id);
  return (
    <>
      <Link href="/reports">{t('reports')}</Link>
      {data !== undefined && (
        <>
          <i aria-hidden="true">/</i>
          <span>{data.title}</span>
        </>
      )}
    </>
  );
}
