CREATE SCHEMA jobs;

-- What is still to be done. A row goes in the transaction of the handler that did it, so it is done exactly once.
CREATE TABLE jobs.job (
  region text NOT NULL,
  id uuid NOT NULL,
  queue text NOT NULL,
  key text,
  payload jsonb NOT NULL,
  run_at timestamptz NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  max_attempts int NOT NULL,
  last_error text,
  PRIMARY KEY (region, id)
);
COMMENT ON TABLE jobs.job IS 'tenant: region';
CREATE UNIQUE INDEX job_key ON jobs.job (region, queue, key) WHERE key IS NOT NULL;
CREATE INDEX job_claim ON jobs.job (region, queue, run_at, id);
CREATE INDEX job_due ON jobs.job (run_at);

-- What failed for good, until a person retries or discards it. Discarded ones stay, with the reason.
CREATE TABLE jobs.dead (
  region text NOT NULL,
  id uuid NOT NULL,
  queue text NOT NULL,
  key text,
  payload jsonb NOT NULL,
  run_at timestamptz NOT NULL,
  attempts int NOT NULL,
  max_attempts int NOT NULL,
  last_error text NOT NULL,
  died_at timestamptz NOT NULL,
  discarded_at timestamptz,
  discarded_by text,
  discarded_because text,
  PRIMARY KEY (region, id)
);
COMMENT ON TABLE jobs.dead IS 'tenant: region';
CREATE INDEX dead_waiting ON jobs.dead (region, queue, died_at) WHERE discarded_at IS NULL;
