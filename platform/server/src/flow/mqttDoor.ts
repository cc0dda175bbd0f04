import type { Clock } from '@yiwang/clock';
import type { Database } from '@yiwang/postgres';
import { findDevice, startMqtt, type Mqtt } from '@yiwang/sense';
import type { Metrics } from '../http/metrics.ts';
import type { Intake } from './sense-to-vitals.ts';

export interface MqttDoorOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly intake: Intake;
  readonly host: string;
  readonly port: number;
}

/** Opens the MQTT door into the same way as the HTTP one: acknowledged means stored, with all that follows. @throws sense.portTaken */
export async function startMqttDoor({ db, clock, intake, host, port, metrics }: MqttDoorOptions): Promise<Mqtt> {
  const mqtt = await startMqtt({
    port,
    host,
    clock,
    authenticate: (username, token) => findDevice(db, username, token),
    onBatch: async (observations) => {
      await intake('system:mqtt', 'mqtt', observations);
    },
  });
  metrics.watchMqtt(() => mqtt.counts());
  return mqtt;
}
