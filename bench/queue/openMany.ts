import { bigrams } from '@yiwang/search';
import type { Database } from '@yiwang/postgres';

export const regions = [
  '330102',
  '330105',
  '330106',
  '330108',
  '330109',
  '330110',
  '330111',
  '330112',
  '330113',
  '330114',
];
const places = [
  '文三路',
  '古墩路',
  '秋涛路',
  '江南大道',
  '天目山路',
  '余杭塘路',
  '市心路',
  '人民路',
  '解放路',
  '延安路',
];
const parts = ['东口', '西口', '地铁站旁', '小区门前', '菜场外', '学校边', '桥下', '公园内', '医院对面', '隧道口'];
const things = ['路灯', '井盖', '行道树', '共享单车', '垃圾桶', '护栏', '公交站牌', '消防栓', '人行道', '排水口'];
const matters = ['不亮', '破损', '倒伏', '占道', '满溢', '缺失', '倾斜', '漏水', '积水', '噪声扰民'];

/** Cases of many districts, teams and titles, most of them closed, made in the database; the same each time. */
export async function openMany(db: Database, count: number): Promise<void> {
  const titles = places.flatMap((place) =>
    parts.flatMap((part) => things.flatMap((thing) => matters.map((what) => `${place}${part}${thing}${what}`))),
  );
  await db.transaction(async (tx) => {
    await tx.execute(`CREATE TEMP TABLE title (place int PRIMARY KEY, text text, search text[]) ON COMMIT DROP`);
    await tx.execute(
      `INSERT INTO title SELECT (e.n - 1)::int, e.title, ARRAY(SELECT jsonb_array_elements_text(e.search))
       FROM ROWS FROM (jsonb_to_recordset($1) AS (title text, search jsonb)) WITH ORDINALITY AS e(title, search, n)`,
      [JSON.stringify(titles.map((title) => ({ title, search: bigrams(title) })))],
    );
    // a multiplier that is prime to the counts spreads the kinds over the rows
    await tx.execute(
      `INSERT INTO handle."case" (region, id, number, app, process, version, title, rev, state, outcome, home, organisation, step,
         assignee, opened_by, opened_at, closed_at, warn_at, due_at, parked_at, simulated, variables, next_id, last_seq, search)
       SELECT r.region, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, r.number, 'street', 'streetCase', 1, t.text, 5,
         CASE WHEN open THEN 'open' ELSE 'closed' END, CASE WHEN open THEN NULL ELSE 'completed' END, 'hz', 'hz.' || r.region || '.t' || n % 40,
         CASE WHEN open THEN '处置' END, CASE WHEN open AND n % 3 = 0 THEN 'account:' || 100000 + n % 2000 END, 'account:100001', opened,
         CASE WHEN open THEN NULL ELSE opened + interval '3 days' END, CASE WHEN open THEN opened + interval '5 days' END,
         CASE WHEN open THEN opened + interval '6 days' END, CASE WHEN open AND n % 500 = 0 THEN opened END, true, '{}', 9, 12,
         t.search || ARRAY(SELECT substr(r.number, i, 2) FROM generate_series(1, length(r.number) - 1) i)
       FROM generate_series(1, ${count}) n
       CROSS JOIN LATERAL (SELECT ($1::text[])[1 + n % ${regions.length}] AS region,
         ($1::text[])[1 + n % ${regions.length}] || '-2026' || lpad((1 + n % 12)::text, 2, '0') || '22-' || lpad((n / 30)::text, 5, '0') AS number,
         (n / 10) % 20 = 0 AS open, timestamptz '2026-11-23T00:00:00Z' - make_interval(secs => (${count} - n) * 30) AS opened) r
       JOIN title t ON t.place = (n::bigint * 7919 + n / 13) % ${places.length * parts.length * things.length * matters.length}`,
      [regions],
    );
    await tx.execute(
      `INSERT INTO handle.task (region, case_id, id, n, token, element, name, candidate_role, skill, organisation, assignee, state, created_at, warn_at, due_at)
       SELECT region, id, id, 2, 1, 'handle', '处置', CASE WHEN abs(hashtext(number)) % 100 = 0 THEN 'surveyor' ELSE 'crew' END,
         CASE WHEN abs(hashtext(number)) % 50 = 1 THEN 'diving' END, organisation, assignee, 'open', opened_at, warn_at, due_at
       FROM handle."case" WHERE state = 'open'`,
    );
    await tx.execute(
      `INSERT INTO handle.clock (region, case_id, id, task, element, name, unit, budget, calendar, state, started_at, warn_at, due_at)
       SELECT region, id, 3, id, 'handle', '处置', 'workingDays', 6, 'cn', CASE WHEN state = 'open' THEN 'running' ELSE 'stopped' END,
         opened_at, warn_at, due_at
       FROM handle."case"`,
    );
  });
  await db.execute('VACUUM ANALYZE');
}
