-- Scopes inside a case, and what people do with cases beside completing tasks.
CREATE TABLE handle.scope (
  region text NOT NULL,
  case_id uuid NOT NULL,
  id int NOT NULL,
  parent int NOT NULL,
  element text NOT NULL,
  role text NOT NULL CHECK (role IN ('body', 'loop', 'instance', 'listener', 'undo', 'kept')),
  token int NOT NULL,
  variables jsonb NOT NULL,
  keeps boolean NOT NULL,
  loop jsonb,
  remaining int[] NOT NULL,
  PRIMARY KEY (region, case_id, id),
  FOREIGN KEY (region, case_id) REFERENCES handle."case" (region, id)
);
COMMENT ON TABLE handle.scope IS 'tenant: region';

ALTER TABLE handle.token
  ADD COLUMN scope int NOT NULL DEFAULT 0,
  ADD COLUMN state text NOT NULL DEFAULT 'live' CHECK (state IN ('live', 'done', 'spent')),
  ADD COLUMN got text[] NOT NULL DEFAULT '{}';

ALTER TABLE handle.task
  ADD COLUMN IF NOT EXISTS skill text,
  ADD COLUMN delegated_by text,
  ADD COLUMN signs_for uuid;

-- left_times: how often it still goes off; null for ever.
ALTER TABLE handle.timer
  ADD COLUMN event int NOT NULL DEFAULT 0,
  ADD COLUMN scope int NOT NULL DEFAULT 0,
  ADD COLUMN left_times int DEFAULT 1;

-- links, requests, incidents and heard are small lists that only the case itself reads; a case that is linked to this one
-- has the link too.
ALTER TABLE handle."case"
  ADD COLUMN IF NOT EXISTS urged int NOT NULL DEFAULT 0,
  ADD COLUMN IF NOT EXISTS supervised_at timestamptz,
  ADD COLUMN IF NOT EXISTS parked_at timestamptz,
  ADD COLUMN links jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN requests jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN incidents jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN heard jsonb NOT NULL DEFAULT '[]',
  DROP CONSTRAINT case_outcome_check,
  ADD CONSTRAINT case_outcome_check CHECK (outcome IN ('completed', 'withdrawn', 'failed', 'merged'));

-- What a case waits for from outside, so that a signal or message finds who waits without reading every case.
CREATE TABLE handle.subscription (
  region text NOT NULL,
  case_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('message', 'signal')),
  name text NOT NULL,
  PRIMARY KEY (region, case_id, kind, name),
  FOREIGN KEY (region, case_id) REFERENCES handle."case" (region, id)
);
COMMENT ON TABLE handle.subscription IS 'tenant: region';
CREATE INDEX subscription_name ON handle.subscription (region, kind, name);

-- What opens a case of a process by itself: a message or signal at its start.
ALTER TABLE handle.definition ADD COLUMN openings jsonb NOT NULL DEFAULT '[]';
