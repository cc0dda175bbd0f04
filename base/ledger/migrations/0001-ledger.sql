CREATE SCHEMA ledger;

-- What was done, by whom, why. Never updated, never deleted.
CREATE TABLE ledger.entry (
  region text NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  kind text NOT NULL,
  actor text NOT NULL,
  subject text NOT NULL,
  reason text,
  body jsonb NOT NULL,
  PRIMARY KEY (region, id)
);
COMMENT ON TABLE ledger.entry IS 'tenant: region';
CREATE INDEX entry_subject ON ledger.entry (region, subject, id);

-- Entries as their transactions wrote them, until the sequencer unpacks them into ledger.entry and gives them their place.
-- One row per append and book: a step of 200 cases pays 1.1 times its time for its entries, where a row and index tuples per
-- entry cost 1.3 (bench/results/ledger.md). The row is there until placement, so an entry that commits late is still found,
-- which a high-water mark on ids or times would miss. The text stays uncompressed, for that is done while the case waits.
CREATE TABLE ledger.inbox (
  region text NOT NULL,
  id uuid NOT NULL,
  count int NOT NULL,
  entries text NOT NULL,
  PRIMARY KEY (region, id)
);
ALTER TABLE ledger.inbox ALTER COLUMN entries SET STORAGE EXTERNAL;
COMMENT ON TABLE ledger.inbox IS 'tenant: region';

-- One book per district: its tree's size and right edge (roots of the maximal complete subtrees, largest first).
CREATE TABLE ledger.book (
  region text NOT NULL PRIMARY KEY,
  algorithm text NOT NULL,
  size bigint NOT NULL DEFAULT 0,
  frontier bytea NOT NULL DEFAULT ''
);
COMMENT ON TABLE ledger.book IS 'tenant: region';

-- The tree's leaves. "marks" are CRC-32s of the place and of each field: they guard nothing, they name what was changed.
CREATE TABLE ledger.leaf (
  region text NOT NULL,
  seq bigint NOT NULL,
  entry uuid NOT NULL,
  hash bytea NOT NULL,
  marks bytea NOT NULL,
  PRIMARY KEY (region, seq),
  UNIQUE (region, entry)
);
COMMENT ON TABLE ledger.leaf IS 'tenant: region';

-- Roots of the complete subtrees of height 8, 16, 24, … (one row per 256 leaves), so that proofs read O(log n) rows.
CREATE TABLE ledger.node (
  region text NOT NULL,
  height smallint NOT NULL,
  index bigint NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (region, height, index)
);
COMMENT ON TABLE ledger.node IS 'tenant: region';

-- Signed notes (C2SP tlog-checkpoint).
CREATE TABLE ledger.checkpoint (
  region text NOT NULL,
  size bigint NOT NULL,
  at timestamptz NOT NULL,
  note text NOT NULL,
  PRIMARY KEY (region, size)
);
COMMENT ON TABLE ledger.checkpoint IS 'tenant: region';

-- Public keys that have signed checkpoints, so that old ones still verify after a rotation.
CREATE TABLE ledger.verifier (
  name text NOT NULL,
  key_id text NOT NULL,
  public_key text NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (name, key_id)
);
COMMENT ON TABLE ledger.verifier IS 'reference';
