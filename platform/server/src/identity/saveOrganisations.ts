import type { Sql } from '@yiwang/postgres';
import type { ServedOrganisation } from '../servedCity.ts';

/** Brings the table to what the city's configuration says; an organisation that left it stays, since old cases name it. */
export async function saveOrganisations(sql: Sql, organisations: readonly ServedOrganisation[]): Promise<void> {
  await sql.execute(
    `INSERT INTO identity.organisation (path, region, name_zh, name_en)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
     ON CONFLICT (path) DO UPDATE SET region = EXCLUDED.region, name_zh = EXCLUDED.name_zh, name_en = EXCLUDED.name_en`,
    [
      organisations.map(({ path }) => path),
      organisations.map(({ region }) => region),
      organisations.map(({ name }) => name.zh),
      organisations.map(({ name }) => name.en),
    ],
  );
}
