CREATE SCHEMA extract;

-- A work report (政府工作报告) that was read, once a text. `text` is null where only the figures are known, and for a report that
-- was withdrawn: its row stays, so that figures that come with a city do not bring it back.
CREATE TABLE extract.report (
  region text NOT NULL,
  id uuid NOT NULL,
  -- SHA-256 of the text's UTF-8 bytes.
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  -- SHA-256 of what the machine read.
  rows_hash text NOT NULL,
  -- SHA-256 of the bytes that were dropped, in the file store.
  original text,
  title text NOT NULL,
  year integer,
  file text NOT NULL,
  format text NOT NULL,
  encoding text NOT NULL,
  length integer NOT NULL,
  milliseconds double precision NOT NULL,
  text text,
  sections jsonb NOT NULL,
  -- How many rows of each kind stand, with corrections and choices; kept by whoever writes them.
  counts jsonb NOT NULL,
  -- Raised by each correction and choice: their order, and what two who write at once wait for.
  revision integer NOT NULL,
  added_at timestamptz NOT NULL,
  added_by text NOT NULL,
  withdrawn_at timestamptz,
  PRIMARY KEY (region, id)
);
COMMENT ON TABLE extract.report IS 'tenant: region';
CREATE UNIQUE INDEX report_hash ON extract.report (region, hash) WHERE withdrawn_at IS NULL;

-- What the machine read: statements, tasks, systems, links and ambiguities. Nobody changes it by hand.
CREATE TABLE extract.machine_row (
  region text NOT NULL,
  report uuid NOT NULL,
  id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('statement', 'task', 'system', 'link', 'ambiguity')),
  -- The order in the text.
  place integer NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (region, report, id),
  FOREIGN KEY (region, report) REFERENCES extract.report (region, id)
);
COMMENT ON TABLE extract.machine_row IS 'tenant: region';

-- A row put right by hand. Each is kept; of two of the same field the later one stands.
CREATE TABLE extract.correction (
  region text NOT NULL,
  report uuid NOT NULL,
  revision integer NOT NULL,
  id uuid NOT NULL,
  machine_row text NOT NULL,
  -- Null: the row was taken out. Empty: back to the machine's.
  fields jsonb,
  reason text NOT NULL,
  by text NOT NULL,
  at timestamptz NOT NULL,
  -- The ledger entry that proves it.
  entry uuid NOT NULL,
  PRIMARY KEY (region, report, revision),
  FOREIGN KEY (region, report) REFERENCES extract.report (region, id)
);
COMMENT ON TABLE extract.correction IS 'tenant: region';

-- Which of several readings of a place a person took; the latest one of a place holds.
CREATE TABLE extract.choice (
  region text NOT NULL,
  report uuid NOT NULL,
  revision integer NOT NULL,
  ambiguity text NOT NULL,
  reading integer NOT NULL,
  reason text,
  by text NOT NULL,
  at timestamptz NOT NULL,
  entry uuid NOT NULL,
  PRIMARY KEY (region, report, revision),
  FOREIGN KEY (region, report) REFERENCES extract.report (region, id)
);
COMMENT ON TABLE extract.choice IS 'tenant: region';
