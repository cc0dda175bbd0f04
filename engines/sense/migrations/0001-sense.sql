CREATE SCHEMA sense;

-- What observes or is observed: a station with its place. Its public register is made from these columns.
CREATE TABLE sense.thing (
  region text NOT NULL,
  id uuid NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  kind text NOT NULL,
  organisation text NOT NULL,
  longitude double precision NOT NULL,
  latitude double precision NOT NULL,
  cell text,
  grid text,
  simulated boolean NOT NULL,
  owner text NOT NULL,
  purpose text NOT NULL,
  PRIMARY KEY (region, id)
);
COMMENT ON TABLE sense.thing IS 'tenant: region';
CREATE INDEX thing_cell ON sense.thing (region, cell);

CREATE TABLE sense.datastream (
  region text NOT NULL,
  id uuid NOT NULL,
  thing uuid NOT NULL,
  observed_property text NOT NULL,
  unit text NOT NULL,
  PRIMARY KEY (region, id),
  FOREIGN KEY (region, thing) REFERENCES sense.thing (region, id)
);
COMMENT ON TABLE sense.datastream IS 'tenant: region';
-- A message names the datastream alone, so its region is looked up.
CREATE INDEX datastream_id ON sense.datastream (id);
CREATE INDEX datastream_thing ON sense.datastream (region, thing);

-- One row per value. The key makes a repeat harmless; partitions by month are made ahead, the rest lands in the default.
CREATE TABLE sense.observation (
  region text NOT NULL,
  datastream uuid NOT NULL,
  phenomenon_time timestamptz NOT NULL,
  result double precision NOT NULL,
  received_at timestamptz NOT NULL,
  batch uuid NOT NULL,
  PRIMARY KEY (region, datastream, phenomenon_time)
) PARTITION BY RANGE (phenomenon_time);
COMMENT ON TABLE sense.observation IS 'tenant: region';
CREATE TABLE sense.observation_default PARTITION OF sense.observation DEFAULT;
COMMENT ON TABLE sense.observation_default IS 'tenant: region';

-- The newest value of a datastream and when it came; it only moves forward in phenomenon time.
CREATE TABLE sense.latest (
  region text NOT NULL,
  datastream uuid NOT NULL,
  phenomenon_time timestamptz NOT NULL,
  result double precision NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (region, datastream)
) WITH (fillfactor = 50);
COMMENT ON TABLE sense.latest IS 'tenant: region';

-- What came together: the rows that were new, and the hash over them that the ledger holds.
CREATE TABLE sense.batch (
  region text NOT NULL,
  id uuid NOT NULL,
  source text NOT NULL,
  received_at timestamptz NOT NULL,
  size integer NOT NULL,
  first_time timestamptz NOT NULL,
  last_time timestamptz NOT NULL,
  sha256 text NOT NULL,
  entry uuid NOT NULL,
  PRIMARY KEY (region, id)
);
COMMENT ON TABLE sense.batch IS 'tenant: region';

-- What a device signs in with by MQTT: SHA-256 of a random 256-bit token, which needs no slow hash.
CREATE TABLE sense.credential (
  region text NOT NULL,
  username text NOT NULL,
  thing uuid NOT NULL,
  token_sha256 bytea NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (region, username),
  FOREIGN KEY (region, thing) REFERENCES sense.thing (region, id)
);
COMMENT ON TABLE sense.credential IS 'tenant: region';
CREATE INDEX credential_username ON sense.credential (username);
