-- The views of the queue that an account keeps under names.
CREATE TABLE identity.saved_view (
  account text NOT NULL REFERENCES identity.account (number) ON DELETE CASCADE,
  name text NOT NULL,
  filters jsonb NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (account, name)
);
COMMENT ON TABLE identity.saved_view IS 'reference';
