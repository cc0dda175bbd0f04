import { readMigrations, type MigrationSet } from '../migrate.ts';
import { lintSql } from './lintSql.ts';
import type { SchemaProblem } from './schemaProblem.ts';

/** The problems in the texts of migrations, and gaps or repeats in their numbers. */
export function lintMigrations(sets: readonly MigrationSet[]): SchemaProblem[] {
  return sets.flatMap((set) => {
    const migrations = readMigrations([set]);
    const numbers = migrations.flatMap(({ owner, name }, n) => {
      const wanted = String(n + 1).padStart(4, '0');
      if (name.startsWith(`${wanted}-`)) return [];
      return [{ rule: 'migration-number', where: `${owner}/${name}`, what: `the next number is ${wanted}` }];
    });
    return [...numbers, ...migrations.flatMap(({ owner, name, text }) => lintSql(text, `${owner}/${name}`))];
  });
}
