import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from './api/request.ts';
import { App } from './app/App.tsx';
import { applySettings } from './settings/settings.ts';
import './theme/tokens.css';
import './theme/parts.css';
import './theme/screens.css';

applySettings();

/** A 401 of any request means that the session ended: asking for it again brings the sign-in page, at the same address. */
const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (error instanceof ApiProblem && error.problem.status === 401 && query.queryKey[0] !== '/api/session') {
        void client.resetQueries({ queryKey: ['/api/session'] });
      }
    },
  }),
  defaultOptions: { queries: { retry: false, staleTime: 5000, refetchOnWindowFocus: true } },
});

const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}
