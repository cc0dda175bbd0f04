-- Organisations as a tree, people as numbered accounts, sessions. No name of a person is stored anywhere.
CREATE SCHEMA identity;

CREATE TABLE identity.organisation (
  path text PRIMARY KEY CHECK (path ~ '^[a-z0-9-]+(\.[a-z0-9-]+)*$'),
  region text NOT NULL CHECK (region ~ '^[0-9]{6}$'),
  name_zh text NOT NULL,
  name_en text NOT NULL
);
COMMENT ON TABLE identity.organisation IS 'reference';

CREATE TABLE identity.account (
  number text PRIMARY KEY CHECK (number ~ '^[0-9]{6}$'),
  password_hash text NOT NULL,
  region text NOT NULL CHECK (region ~ '^[0-9]{6}$'),
  organisation text NOT NULL REFERENCES identity.organisation (path),
  roles text[] NOT NULL,
  disabled boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL
);
COMMENT ON TABLE identity.account IS 'reference';

-- Only a hash of the token is stored: who reads this table can not sign in with it. Expired rows are swept.
CREATE TABLE identity.session (
  token_hash bytea PRIMARY KEY,
  account text NOT NULL REFERENCES identity.account (number) ON DELETE CASCADE,
  opened_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_expires_at ON identity.session (expires_at);
CREATE INDEX session_account ON identity.session (account);
COMMENT ON TABLE identity.session IS 'reference';

-- A device signs each request with a token of 256 random bits, so a fast hash is enough.
CREATE TABLE identity.device_token (
  token_hash bytea PRIMARY KEY,
  account text NOT NULL REFERENCES identity.account (number) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz
);
COMMENT ON TABLE identity.device_token IS 'reference';

-- One row per account that failed of late; swept when it is a day old, so made-up numbers don't pile up.
CREATE TABLE identity.sign_in_failure (
  account text PRIMARY KEY,
  failures integer NOT NULL,
  failed_at timestamptz NOT NULL,
  locked_until timestamptz NOT NULL
);
COMMENT ON TABLE identity.sign_in_failure IS 'reference';

-- Facts about this installation that are decided once, when its data folder is made.
CREATE TABLE identity.installation (
  fact text PRIMARY KEY,
  value text NOT NULL,
  decided_at timestamptz NOT NULL
);
COMMENT ON TABLE identity.installation IS 'reference';
