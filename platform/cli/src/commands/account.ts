import path from 'node:path';
import { systemClock } from '@yiwang/clock';
import { createAccount } from '@yiwang/server';
import { cliFaults as faults } from '../faults.ts';
import { dataOption, reachPlatformDatabase } from '../reachPlatformDatabase.ts';
import { readOptions } from '../readOptions.ts';
import { readPassword } from '../readPassword.ts';

const usage = 'account NUMBER --role ROLE… --region CODE --organisation PATH [--data FOLDER]';

/** Makes an account, or gives the one of that number these attributes and a new password, read from standard input. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(
    args,
    {
      data: dataOption,
      role: { type: 'string', multiple: true, default: [] },
      region: { type: 'string', default: '' },
      organisation: { type: 'string', default: '' },
    },
    usage,
    1,
  );
  const [account = ''] = positionals;
  const { region, organisation, role: roles } = values;
  if (!/^\d{6}$/.test(account))
    throw faults.usage({ reason: `“${account}”: an account is a number of six digits`, usage });
  if (!/^\d{6}$/.test(region))
    throw faults.usage({ reason: `--region ${region}: a code of six digits is needed`, usage });
  if (roles.length === 0 || organisation === '')
    throw faults.usage({ reason: '--role and --organisation are needed', usage });
  const database = await reachPlatformDatabase(path.resolve(values.data));
  try {
    const password = await readPassword(`password for ${account}: `);
    await database.db.transaction((tx) =>
      createAccount(tx, systemClock, { account, roles, region, organisation, password }, 'system:operator'),
    );
    console.log(`● ${account} ${roles.join(', ')} ${region} ${organisation}`);
    return 0;
  } finally {
    await database.close();
  }
}
