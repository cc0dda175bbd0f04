/** ● 正常, ▲ 临期, ■ 超期. */
export type Light = 'ok' | 'due' | 'over';

/** The light of a case or task by its stored times; `now` is a parameter such as `$1`. Closed or without a running clock it is ok. */
export function lightSql(alias: string, now: string): string {
  return `CASE WHEN ${alias}.state <> 'open' OR ${alias}.due_at IS NULL THEN 'ok' WHEN ${alias}.due_at <= ${now} THEN 'over'
    WHEN ${alias}.warn_at <= ${now} THEN 'due' ELSE 'ok' END`;
}
