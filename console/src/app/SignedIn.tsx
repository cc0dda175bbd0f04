import { lazy, Suspense, useEffect, type ReactElement } from 'react';
import type { Session } from '@yiwang/contract';
import type { CityView } from '../api/useApi.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { PageGuard } from '../parts/PageGuard.tsx';
import { Link } from '../route/Link.tsx';
import { useRoute } from '../route/router.ts';
import { useWords } from '../words/useWords.ts';
import { HereContext } from './session.ts';
import { Shell } from './Shell.tsx';

const pages = {
  OneScreen: async () => ({ default: (await import('../screen/OneScreen.tsx')).OneScreen }),
  CaseQueue: async () => ({ default: (await import('../cases/CaseQueue.tsx')).CaseQueue }),
  WorkloadPage: async () => ({ default: (await import('../cases/WorkloadPage.tsx')).WorkloadPage }),
  OpenCasePage: async () => ({ default: (await import('../openings/OpenCasePage.tsx')).OpenCasePage }),
  CasePage: async () => ({ default: (await import('../cases/CasePage.tsx')).CasePage }),
  ReportsPage: async () => ({ default: (await import('../report/ReportsPage.tsx')).ReportsPage }),
  ReportPage: async () => ({ default: (await import('../report/ReportPage.tsx')).ReportPage }),
  ComparePage: async () => ({ default: (await import('../report/ComparePage.tsx')).ComparePage }),
  RulesPage: async () => ({ default: (await import('../rules/RulesPage.tsx')).RulesPage }),
  RulePage: async () => ({ default: (await import('../rules/RulePage.tsx')).RulePage }),
  ProcessesPage: async () => ({ default: (await import('../processes/ProcessesPage.tsx')).ProcessesPage }),
  ProcessPage: async () => ({ default: (await import('../processes/ProcessPage.tsx')).ProcessPage }),
  SignsPage: async () => ({ default: (await import('../signs/SignsPage.tsx')).SignsPage }),
  SignPage: async () => ({ default: (await import('../signs/SignPage.tsx')).SignPage }),
  LedgerPage: async () => ({ default: (await import('../ledger/LedgerPage.tsx')).LedgerPage }),
  FieldPages: async () => ({ default: (await import('../field/FieldPages.tsx')).FieldPages }),
  ApiPage: async () => ({ default: (await import('../apiDocs/ApiPage.tsx')).ApiPage }),
};
const OneScreen = lazy(pages.OneScreen);
const CaseQueue = lazy(pages.CaseQueue);
const WorkloadPage = lazy(pages.WorkloadPage);
const OpenCasePage = lazy(pages.OpenCasePage);
const CasePage = lazy(pages.CasePage);
const ReportsPage = lazy(pages.ReportsPage);
const ReportPage = lazy(pages.ReportPage);
const ComparePage = lazy(pages.ComparePage);
const RulesPage = lazy(pages.RulesPage);
const RulePage = lazy(pages.RulePage);
const ProcessesPage = lazy(pages.ProcessesPage);
const ProcessPage = lazy(pages.ProcessPage);
const SignsPage = lazy(pages.SignsPage);
const SignPage = lazy(pages.SignPage);
const LedgerPage = lazy(pages.LedgerPage);
const FieldPages = lazy(pages.FieldPages);
const ApiPage = lazy(pages.ApiPage);

/** The other pages come when nothing else is to do, so that they open at once, and open while the server is away. */
async function fetchAhead(): Promise<void> {
  for (const page of Object.values(pages)) await page();
}

function Page(): ReactElement {
  const { t } = useWords();
  const route = useRoute();
  switch (route.at) {
    case 'screen':
      return <OneScreen />;
    case 'cases':
      return <CaseQueue />;
    case 'workload':
      return <WorkloadPage />;
    case 'case':
      return <CasePage key={route.id} region={route.region} id={route.id} />;
    case 'openCase':
      return <OpenCasePage key={`${route.app} ${route.process}`} app={route.app} process={route.process} />;
    case 'reports':
      return <ReportsPage />;
    case 'report':
      return <ReportPage key={route.id} id={route.id} />;
    case 'compare':
      return <ComparePage />;
    case 'rules':
      return <RulesPage />;
    case 'rule':
      return <RulePage key={route.code} code={route.code} />;
    case 'processes':
      return <ProcessesPage />;
    case 'process':
      return <ProcessPage key={`${route.app} ${route.process}`} app={route.app} process={route.process} />;
    case 'signs':
      return <SignsPage />;
    case 'sign':
      return <SignPage indicator={route.indicator} />;
    case 'ledger':
      return <LedgerPage />;
    case 'apiDocs':
      return <ApiPage />;
    case 'field':
    case 'fieldTask':
    case 'unknown':
      return (
        <EmptyState text={t('notFound')}>
          <Link className="btn" href="/">
            {t('goHome')}
          </Link>
        </EmptyState>
      );
    default:
      return route satisfies never;
  }
}

export function SignedIn(props: { readonly city: CityView; readonly session: Session }): ReactElement {
  const { t } = useWords();
  const route = useRoute();
  useEffect(() => {
    // a page that does not come now is asked for again when it is opened
    const timer = setTimeout(() => void fetchAhead().catch(() => undefined), 2500);
    return () => clearTimeout(timer);
  }, []);
  const waiting = <output className="load">{t('loading')}</output>;
  const isField = route.at === 'field' || route.at === 'fieldTask';
  return (
    <HereContext value={props}>
      {isField ? (
        <Suspense fallback={waiting}>
          <FieldPages />
        </Suspense>
      ) : (
        <Shell>
          <PageGuard key={route.at}>
            <Suspense fallback={waiting}>
              <Page />
            </Suspense>
          </PageGuard>
        </Shell>
      )}
    </HereContext>
  );
}
