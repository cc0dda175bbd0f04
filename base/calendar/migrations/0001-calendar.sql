CREATE SCHEMA calendar;

-- Published working calendars. A row never changes: a clock that was computed by a version can be computed again.
CREATE TABLE calendar.version (
  id text NOT NULL,
  version text NOT NULL,
  data jsonb NOT NULL,
  added_at timestamptz NOT NULL,
  PRIMARY KEY (id, version)
);
COMMENT ON TABLE calendar.version IS 'reference';
