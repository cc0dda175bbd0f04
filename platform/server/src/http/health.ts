import type { Http } from './http.ts';

/** Something that must run for the server to be ready; gives undefined when it does, else what is wrong. */
export type Readiness = () => Promise<string | undefined> | string | undefined;

/** `/health`: the process answers. `/ready`: it can do its work; a balancer sends nothing here while it can't. */
export function addHealth(http: Http, checks: Readonly<Record<string, Readiness>>): void {
  http.get('/health', { config: { action: 'public' }, logLevel: 'warn' }, async () => ({ status: 'live' }));
  http.get('/ready', { config: { action: 'public' }, logLevel: 'warn' }, async (_request, reply) => {
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, (await check()) ?? 'ok'] as const),
    );
    const ready = results.every(([, result]) => result === 'ok');
    if (!ready) reply.code(503).header('retry-after', '2');
    return { status: ready ? 'ready' : 'not ready', checks: Object.fromEntries(results) };
  });
}
