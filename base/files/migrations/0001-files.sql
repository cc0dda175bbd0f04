CREATE SCHEMA files;

-- Which region knows which stored file, and who added it first. The bytes are in the file store, once for all regions.
CREATE TABLE files.file (
  region text NOT NULL,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  name text NOT NULL,
  type text NOT NULL,
  size bigint NOT NULL CHECK (size > 0),
  added_by text NOT NULL,
  added_at timestamptz NOT NULL,
  PRIMARY KEY (region, hash)
);
COMMENT ON TABLE files.file IS 'tenant: region';
