import type { QueueView, QueueViewList, ViewCounts, Workload } from '@yiwang/contract';
import { cases, now } from './fakeCity.ts';

/** The views that are kept and the workload, as the server's. */
export function fakeQueue() {
  let kept: readonly QueueView[] = [];
  const since = new Date(Date.parse(now) - 5 * 3_600_000).toISOString();
  const lit = (light: string): number => cases.filter((one) => one.light === light).length;
  const counts = {
    mine: 3,
    team: 12,
    over: lit('over'),
    due: lit('due'),
    nobody: 41,
    parked: 2,
    supervised: 1,
    incident: 0,
  };
  return {
    views: (): QueueViewList => ({ views: [...kept] }),
    keep: (view: QueueView): void => {
      kept = [...kept.filter(({ name }) => name !== view.name), view];
    },
    drop: (name: string): void => {
      kept = kept.filter((view) => view.name !== name);
    },
    counts: (): ViewCounts => ({
      counts: Object.fromEntries(Object.entries(counts).map(([id, total]) => [id, { total, more: false }])),
    }),
    workload: (): Workload => ({
      at: now,
      total: { open: 86, due: 14, over: 9, untaken: 41 },
      people: Array.from({ length: 12 }, (_none, n) => ({
        account: String(200_001 + n),
        open: 9 - (n % 5),
        due: (n * 3) % 4,
        over: Math.max(0, 3 - n),
        oldest: since,
      })),
      roles: [
        {
          role: 'field-team',
          name: { zh: 'field-team', en: 'field-team' },
          untaken: 22,
          open: 52,
          due: 9,
          over: 7,
          oldest: since,
        },
        {
          role: 'receiver',
          name: { zh: '受理员', en: 'Receiver' },
          untaken: 15,
          open: 25,
          due: 5,
          over: 2,
          oldest: since,
        },
        { role: null, name: { zh: '', en: '' }, untaken: 4, open: 9, due: 0, over: 0, oldest: since },
      ],
      skills: [{ skill: '登高', untaken: 2, open: 6, due: 1, over: 1, oldest: since }],
    }),
  };
}
