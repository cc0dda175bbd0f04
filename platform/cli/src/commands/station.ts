import path from 'node:path';
import { uuidv7 } from '@yiwang/clock';
import { issueCredential } from '@yiwang/sense';
import { registerStations } from '@yiwang/server';
import { cliFaults as faults } from '../faults.ts';
import { dataOption, reachPlatformDatabase } from '../reachPlatformDatabase.ts';
import { readOptions } from '../readOptions.ts';

const usage =
  'station NAME --property CODE --unit UNIT --region CODE --at LONGITUDE,LATITUDE --organisation PATH [--kind CODE] [--owner TEXT] [--purpose TEXT] [--data FOLDER]';

/** Registers a station with one datastream and gives what its device signs in with; the token is shown this once. */
export async function run(args: readonly string[]): Promise<number> {
  const text = { type: 'string', default: '' } as const;
  const { values, positionals } = readOptions(
    args,
    {
      data: dataOption,
      property: text,
      unit: text,
      region: text,
      at: text,
      organisation: text,
      kind: { type: 'string', default: 'station' },
      owner: text,
      purpose: text,
    },
    usage,
    1,
  );
  const [name = ''] = positionals;
  const [longitude, latitude] = values.at.split(',').map(Number);
  if (name === '' || values.property === '' || values.organisation === '') {
    throw faults.usage({ reason: 'NAME, --property and --organisation are needed', usage });
  }
  if (longitude === undefined || latitude === undefined || !Number.isFinite(longitude) || !Number.isFinite(latitude)) {
    throw faults.usage({ reason: `--at ${values.at}: longitude,latitude in degrees are needed`, usage });
  }
  const { region, organisation } = values;
  const thing = {
    region,
    id: uuidv7(),
    name: { zh: name, en: name },
    kind: values.kind,
    organisation,
    longitude,
    latitude,
    simulated: false,
    owner: values.owner === '' ? organisation : values.owner,
    purpose: values.purpose === '' ? values.property : values.purpose,
  };
  const datastream = { region, id: uuidv7(), thing: thing.id, observedProperty: values.property, unit: values.unit };
  const database = await reachPlatformDatabase(path.resolve(values.data));
  try {
    const { username, token } = await database.db.transaction(async (tx) => {
      await registerStations(tx, { things: [thing], datastreams: [datastream] });
      return issueCredential(tx, region, thing.id);
    });
    console.log(`datastream ${datastream.id}\nusername   ${username}\ntoken      ${token}\n`);
    console.log(`MQTT: topic v1.1/Datastreams(${datastream.id})/Observations, payload {"result": 1.5}`);
    return 0;
  } finally {
    await database.close();
  }
}
