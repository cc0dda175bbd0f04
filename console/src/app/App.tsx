import { lazy, Suspense, useEffect, type ReactElement } from 'react';
import { ApiProblem } from '../api/request.ts';
import { useCity, useSession } from '../api/useApi.ts';
import { startLive } from '../live/live.ts';
import { FaultBox } from '../parts/FaultBox.tsx';
import { Toasts } from '../parts/toast.tsx';
import { useWords } from '../words/useWords.ts';

const SignedIn = lazy(async () => ({ default: (await import('./SignedIn.tsx')).SignedIn }));
const SignInPage = lazy(async () => ({ default: (await import('../signIn/SignInPage.tsx')).SignInPage }));

export function App(): ReactElement {
  const { t } = useWords();
  const city = useCity();
  const session = useSession();
  const account = session.data?.account;
  const isOut = session.error instanceof ApiProblem && session.error.problem.status === 401;
  useEffect(() => {
    if (account !== undefined && !isOut) startLive();
  }, [account, isOut]);

  const fault = city.error ?? (isOut ? null : session.error);
  if (city.data !== undefined && isOut) {
    return (
      <Suspense>
        <SignInPage city={city.data} hadSession={account !== undefined} />
      </Suspense>
    );
  }
  if (city.data !== undefined && session.data !== undefined) {
    return (
      <Suspense>
        <SignedIn city={city.data} session={session.data} />
        <Toasts />
      </Suspense>
    );
  }
  const retry = (): void => void Promise.all([city.refetch(), session.refetch()]);
  return (
    <main>
      {fault === null ? <output className="load">{t('loading')}</output> : <FaultBox error={fault} onRetry={retry} />}
    </main>
  );
}
