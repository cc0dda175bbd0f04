CREATE SCHEMA vitals;

-- A thing as the map shows it, registered by whoever wires the senses to the signs.
CREATE TABLE vitals.thing (
  region text NOT NULL,
  id uuid NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  kind text NOT NULL,
  organisation text NOT NULL,
  longitude double precision NOT NULL,
  latitude double precision NOT NULL,
  simulated boolean NOT NULL,
  PRIMARY KEY (region, id)
);
COMMENT ON TABLE vitals.thing IS 'tenant: region';

-- The state of one thing for one indicator: last value, its light, how far out it is. `light` is also the memory of the
-- hysteresis: what is over stays over until it is well inside.
CREATE TABLE vitals.point (
  region text NOT NULL,
  indicator text NOT NULL,
  thing uuid NOT NULL,
  at timestamptz NOT NULL,
  value double precision NOT NULL,
  light text NOT NULL,
  since timestamptz NOT NULL,
  severity double precision NOT NULL,
  PRIMARY KEY (region, indicator, thing)
) WITH (fillfactor = 50);
COMMENT ON TABLE vitals.point IS 'tenant: region';

-- A thing's last value of each minute: what the map shows when the time slider is moved.
CREATE TABLE vitals.point_sample (
  region text NOT NULL,
  indicator text NOT NULL,
  thing uuid NOT NULL,
  minute timestamptz NOT NULL,
  value double precision NOT NULL,
  at timestamptz NOT NULL,
  light text NOT NULL,
  PRIMARY KEY (region, indicator, thing, minute)
);
COMMENT ON TABLE vitals.point_sample IS 'tenant: region';

-- A vital sign (体征) of a district, or of the city: the parts that it is made of, so that the city's can be made of the
-- districts', and its state.
CREATE TABLE vitals.sign (
  region text NOT NULL,
  indicator text NOT NULL,
  at timestamptz,
  value double precision,
  light text NOT NULL,
  since timestamptz,
  silent_minutes double precision NOT NULL,
  size integer NOT NULL,
  total double precision NOT NULL,
  lowest double precision,
  highest double precision,
  worst_severity double precision,
  worst_value double precision,
  worst_region text,
  worst_thing uuid,
  PRIMARY KEY (region, indicator)
) WITH (fillfactor = 50);
COMMENT ON TABLE vitals.sign IS 'tenant: region';

-- A sign by the minute, for the sparkline and the time slider.
CREATE TABLE vitals.sample (
  region text NOT NULL,
  indicator text NOT NULL,
  minute timestamptz NOT NULL,
  size integer NOT NULL,
  total double precision NOT NULL,
  lowest double precision NOT NULL,
  highest double precision NOT NULL,
  last double precision NOT NULL,
  last_at timestamptz NOT NULL,
  light text NOT NULL,
  worst_region text,
  worst_thing uuid,
  PRIMARY KEY (region, indicator, minute)
);
COMMENT ON TABLE vitals.sample IS 'tenant: region';

-- A thing that left its band, or came back.
CREATE TABLE vitals.crossing (
  region text NOT NULL,
  id uuid NOT NULL,
  indicator text NOT NULL,
  thing uuid NOT NULL,
  from_light text NOT NULL,
  to_light text NOT NULL,
  at timestamptz NOT NULL,
  value double precision NOT NULL,
  PRIMARY KEY (region, id)
);
COMMENT ON TABLE vitals.crossing IS 'tenant: region';
CREATE INDEX crossing_at ON vitals.crossing (region, at);
