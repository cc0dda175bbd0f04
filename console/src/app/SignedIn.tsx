import { lazy, Suspense, type ReactElement } from 'react';
import type { Session } from '@yiwang/contract';
import type { CityView } from '../api/useApi.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Link } from '../route/Link.tsx';
import { useRoute } from '../route/router.ts';
import { useWords } from '../words/useWords.ts';
import { HereContext } from './session.ts';
import { Shell } from './Shell.tsx';

const OneScreen = lazy(async () => ({ default: (await import('../screen/OneScreen.tsx')).OneScreen }));
const CaseQueue = lazy(async () => ({ default: (await import('../cases/CaseQueue.tsx')).CaseQueue }));
const CasePage = lazy(async () => ({ default: (await import('../cases/CasePage.tsx')).CasePage }));
const SignsPage = lazy(async () => ({ default: (await import('../signs/SignsPage.tsx')).SignsPage }));
const SignPage = lazy(async () => ({ default: (await import('../signs/SignPage.tsx')).SignPage }));
const LedgerPage = lazy(async () => ({ default: (await import('../ledger/LedgerPage.tsx')).LedgerPage }));
const FieldPages = lazy(async () => ({ default: (await import('../field/FieldPages.tsx')).FieldPages }));
const ApiPage = lazy(async () => ({ default: (await import('../apiDocs/ApiPage.tsx')).ApiPage }));

function Page(): ReactElement {
  const { t } = useWords();
  const route = useRoute();
  switch (route.at) {
    case 'screen':
      return <OneScreen />;
    case 'cases':
      return <CaseQueue />;
    case 'case':
      return <CasePage key={route.id} region={route.region} id={route.id} />;
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
          <Suspense fallback={waiting}>
            <Page />
          </Suspense>
        </Shell>
      )}
    </HereContext>
  );
}
