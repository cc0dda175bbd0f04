import type { Workload } from '@yiwang/contract';
import type { Work } from '@yiwang/handle';
import type { Bilingual } from '@yiwang/messages';
import { accountOf } from '../cases/caseSummary.ts';

interface Sum {
  open: number;
  due: number;
  over: number;
  untaken: number;
  oldest: Date;
}

/** What open tasks come to by person, by role and by skill; who has most overdue, then most open, comes first. */
export function workloadOf(work: readonly Work[], at: Date, nameOf: (role: string) => Bilingual): Workload {
  const people = sumsBy(work, ({ assignee }) => accountOf(assignee) ?? undefined);
  const roles = sumsBy(work, ({ role }) => role);
  const skills = sumsBy(work, ({ skill }) => skill ?? undefined);
  const total = sumsBy(work, () => 'all')[0]?.[1] ?? { open: 0, due: 0, over: 0, untaken: 0 };
  const told = ({ open, due, over, oldest }: Sum) => ({ open, due, over, oldest: oldest.toISOString() });
  return {
    at: at.toISOString(),
    total: { open: total.open, due: total.due, over: total.over, untaken: total.untaken },
    people: people.map(([account, sum]) => ({ account, ...told(sum) })),
    roles: roles.map(([role, sum]) => ({ role, name: nameOf(role ?? ''), untaken: sum.untaken, ...told(sum) })),
    skills: skills.map(([skill, sum]) => ({ skill, untaken: sum.untaken, ...told(sum) })),
  };
}

/** Work without a key is left out. */
function sumsBy<K>(work: readonly Work[], keyOf: (one: Work) => K | undefined): readonly (readonly [K, Sum])[] {
  const sums = new Map<K, Sum>();
  for (const one of work) {
    const key = keyOf(one);
    if (key === undefined) continue;
    const sum = sums.get(key) ?? { open: 0, due: 0, over: 0, untaken: 0, oldest: one.oldest };
    sum.open += one.open;
    sum.due += one.due;
    sum.over += one.over;
    if (one.assignee === null) sum.untaken += one.open;
    if (one.oldest < sum.oldest) sum.oldest = one.oldest;
    sums.set(key, sum);
  }
  return [...sums].toSorted(([, a], [, b]) => b.over - a.over || b.open - a.open);
}
