CREATE SCHEMA handle;

-- Models as they were when cases started on them. A case is pinned to (app, id, version).
CREATE TABLE handle.definition (
  app text NOT NULL,
  id text NOT NULL,
  version int NOT NULL,
  checksum text NOT NULL,
  file text NOT NULL,
  xml text NOT NULL,
  registered_at timestamptz NOT NULL,
  PRIMARY KEY (app, id, version)
);
COMMENT ON TABLE handle.definition IS 'reference';

-- The last number that a district gave on a day.
CREATE TABLE handle.case_number (
  region text NOT NULL,
  day date NOT NULL,
  last int NOT NULL,
  PRIMARY KEY (region, day)
);
COMMENT ON TABLE handle.case_number IS 'tenant: region';

-- rev guards every write. organisation, assignee, step, warn_at and due_at repeat what the open tasks say, so that a list
-- and its counts by light read one table.
CREATE TABLE handle."case" (
  region text NOT NULL,
  id uuid NOT NULL,
  number text NOT NULL,
  app text NOT NULL,
  process text NOT NULL,
  version int NOT NULL,
  title text NOT NULL,
  rev int NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'closed')),
  outcome text CHECK (outcome IN ('completed', 'withdrawn')),
  home text NOT NULL,
  grade text,
  lead_organisation text,
  team_organisation text,
  organisation text NOT NULL,
  assignee text,
  step text,
  opened_by text NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  warn_at timestamptz,
  due_at timestamptz,
  dedup_key text,
  seen_again int NOT NULL DEFAULT 0,
  simulated boolean NOT NULL,
  longitude double precision,
  latitude double precision,
  cell text,
  variables jsonb NOT NULL,
  next_id int NOT NULL,
  last_seq int NOT NULL,
  search text[] NOT NULL,
  PRIMARY KEY (region, id),
  UNIQUE (region, number)
);
COMMENT ON TABLE handle."case" IS 'tenant: region';
CREATE UNIQUE INDEX case_open_once ON handle."case" (region, dedup_key) WHERE state = 'open';
CREATE INDEX case_list ON handle."case" (region, state, opened_at DESC, id DESC);
CREATE INDEX case_due ON handle."case" (region, due_at) WHERE state = 'open';
CREATE INDEX case_organisation ON handle."case" (region, organisation text_pattern_ops) WHERE state = 'open';
CREATE INDEX case_cell ON handle."case" (region, cell) WHERE cell IS NOT NULL;
CREATE INDEX case_search ON handle."case" USING gin (search);

CREATE TABLE handle.token (
  region text NOT NULL,
  case_id uuid NOT NULL,
  id int NOT NULL,
  element text NOT NULL,
  via text,
  since timestamptz NOT NULL,
  PRIMARY KEY (region, case_id, id),
  FOREIGN KEY (region, case_id) REFERENCES handle."case" (region, id)
);
COMMENT ON TABLE handle.token IS 'tenant: region';

CREATE TABLE handle.task (
  region text NOT NULL,
  case_id uuid NOT NULL,
  id uuid NOT NULL,
  n int NOT NULL,
  token int NOT NULL,
  element text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL DEFAULT 'user',
  candidate_role text,
  organisation text NOT NULL,
  assignee text,
  state text NOT NULL CHECK (state IN ('open', 'done', 'cancelled')),
  form text,
  created_at timestamptz NOT NULL,
  claimed_at timestamptz,
  ended_at timestamptz,
  completed_by text,
  outcome text,
  data jsonb,
  warn_at timestamptz,
  due_at timestamptz,
  PRIMARY KEY (region, id),
  UNIQUE (region, case_id, n),
  FOREIGN KEY (region, case_id) REFERENCES handle."case" (region, id)
);
COMMENT ON TABLE handle.task IS 'tenant: region';
CREATE INDEX task_queue ON handle.task (region, organisation text_pattern_ops, due_at) WHERE state = 'open';
CREATE INDEX task_assignee ON handle.task (region, assignee, due_at) WHERE state = 'open' AND assignee IS NOT NULL;

-- Set timers; the job of base/jobs that fires one has it by number and due time, so one that was moved does nothing.
CREATE TABLE handle.timer (
  region text NOT NULL,
  case_id uuid NOT NULL,
  id int NOT NULL,
  element text NOT NULL,
  token int NOT NULL,
  due_at timestamptz,
  PRIMARY KEY (region, case_id, id),
  FOREIGN KEY (region, case_id) REFERENCES handle."case" (region, id)
);
COMMENT ON TABLE handle.timer IS 'tenant: region';

CREATE TABLE handle.clock (
  region text NOT NULL,
  case_id uuid NOT NULL,
  id int NOT NULL,
  task uuid NOT NULL,
  unit text NOT NULL CHECK (unit IN ('working', 'calendar')),
  budget_minutes int NOT NULL,
  used_minutes int NOT NULL,
  calendar text NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'suspended', 'stopped')),
  PRIMARY KEY (region, case_id, id),
  FOREIGN KEY (region, case_id) REFERENCES handle."case" (region, id)
);
COMMENT ON TABLE handle.clock IS 'tenant: region';

-- Every stretch of a clock with its legal reason; never deleted. The open one says since when the clock runs or stands.
CREATE TABLE handle.clock_segment (
  region text NOT NULL,
  case_id uuid NOT NULL,
  clock int NOT NULL,
  n int NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'suspended')),
  from_at timestamptz NOT NULL,
  to_at timestamptz,
  reason text,
  by_actor text NOT NULL,
  PRIMARY KEY (region, case_id, clock, n),
  FOREIGN KEY (region, case_id, clock) REFERENCES handle.clock (region, case_id, id)
);
COMMENT ON TABLE handle.clock_segment IS 'tenant: region';

CREATE TABLE handle.evidence (
  region text NOT NULL,
  case_id uuid NOT NULL,
  id int NOT NULL,
  task uuid,
  hash text NOT NULL,
  type text NOT NULL,
  size bigint NOT NULL,
  name text NOT NULL,
  at timestamptz NOT NULL,
  by_actor text NOT NULL,
  PRIMARY KEY (region, case_id, id),
  FOREIGN KEY (region, case_id) REFERENCES handle."case" (region, id)
);
COMMENT ON TABLE handle.evidence IS 'tenant: region';

-- Append-only, numbered without gaps within a case.
CREATE TABLE handle.event (
  region text NOT NULL,
  case_id uuid NOT NULL,
  seq int NOT NULL,
  at timestamptz NOT NULL,
  kind text NOT NULL,
  element text,
  actor text NOT NULL,
  reason text,
  data jsonb NOT NULL,
  PRIMARY KEY (region, case_id, seq),
  FOREIGN KEY (region, case_id) REFERENCES handle."case" (region, id)
);
COMMENT ON TABLE handle.event IS 'tenant: region';

-- The answer that a command got; a repeat gets the same one. digest tells a repeat from another command under the same id.
CREATE TABLE handle.command_dedup (
  region text NOT NULL,
  command uuid NOT NULL,
  digest text NOT NULL,
  answer jsonb,
  at timestamptz NOT NULL,
  PRIMARY KEY (region, command)
);
COMMENT ON TABLE handle.command_dedup IS 'tenant: region';
