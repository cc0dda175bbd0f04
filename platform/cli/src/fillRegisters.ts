import type { Clock } from '@yiwang/clock';
import { importEntities } from '@yiwang/judge';
import type { Database } from '@yiwang/postgres';
import type { Models } from '@yiwang/server';
import { simulateEnterprises } from '../../simulator/src/index.ts';

const seed = 20_220_326;
/** The register that the simulator has firms for. */
const simulated = 'enterprise';

/** Puts simulated firms into a city's register of firms, where it is empty: for a drill. Gives how many. */
export async function fillRegisters(
  db: Database,
  clock: Clock,
  { city, apps }: Models,
  count: number,
): Promise<number> {
  const register = apps.flatMap(({ registers }) => registers).find(({ value }) => value.code === simulated)?.value;
  if (register === undefined || count === 0) return 0;
  const [known] = await db.query(`SELECT 1 FROM registers.${simulated} LIMIT 1`);
  if (known !== undefined) return 0;
  const firms = simulateEnterprises({ count, seed, regions: city.regions.map(({ code }) => code) });
  const order = { actor: 'system:drill', reason: '演练：模拟名录 (a drill: simulated register)' };
  const { added } = await db.transaction((tx) => importEntities(tx, clock, register, firms, order));
  return added;
}
