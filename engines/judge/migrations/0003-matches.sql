-- What of the matching of a register is written down: exactly the changes up to `positions` of its change log, by the formulas in
-- match_policies. Whoever writes moves `revision`, so that of two processes one gives way.
CREATE TABLE judge.match_state (
  region text NOT NULL,
  register text NOT NULL,
  revision bigint NOT NULL,
  positions jsonb NOT NULL,
  as_of date NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (region, register)
);
COMMENT ON TABLE judge.match_state IS 'tenant: region';

-- The formulas by which the totals and changes of a policy were last written; the day that they were asked as of is in them.
-- After a restart the difference from today's is found by running both.
CREATE TABLE judge.match_policies (
  region text NOT NULL,
  register text NOT NULL,
  policy text NOT NULL,
  version integer NOT NULL,
  formulas text NOT NULL,
  PRIMARY KEY (region, register, policy)
);
COMMENT ON TABLE judge.match_policies IS 'tenant: region';

-- Whom a policy matches in a district, and what they get in all, in yuan.
CREATE TABLE judge.match_totals (
  region text NOT NULL,
  register text NOT NULL,
  policy text NOT NULL,
  matched bigint NOT NULL,
  amount numeric NOT NULL,
  lacking bigint NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (region, register, policy)
);
COMMENT ON TABLE judge.match_totals IS 'tenant: region';

-- One cause that changed matches: changed entities, a version of a rule, a date, a register loaded anew, or (`found`) totals that
-- differed from those written, for somebody changed the register past its change log. Its rows in match_changes are whole once
-- `written`; those of a run that was cut off are taken away by the next start, which finds the same difference again.
-- Of `loaded` and `found` only the totals are told, not each entity.
CREATE TABLE judge.match_runs (
  region text NOT NULL,
  register text NOT NULL,
  run uuid NOT NULL,
  cause text NOT NULL CHECK (cause IN ('entity', 'version', 'date', 'loaded', 'found')),
  policy text,
  version_before integer,
  version_after integer,
  as_of date NOT NULL,
  gained bigint NOT NULL,
  lost bigint NOT NULL,
  differing bigint NOT NULL,
  at timestamptz NOT NULL,
  written boolean NOT NULL,
  PRIMARY KEY (region, register, run)
);
COMMENT ON TABLE judge.match_runs IS 'tenant: region';

-- An entity that a policy matches now and did not before (`before` null and `gained`), no longer, or with another amount.
CREATE TABLE judge.match_changes (
  region text NOT NULL,
  register text NOT NULL,
  policy text NOT NULL,
  run uuid NOT NULL,
  code text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('gained', 'lost', 'amount')),
  before numeric,
  after numeric,
  cause text NOT NULL,
  version integer,
  at timestamptz NOT NULL,
  PRIMARY KEY (region, register, policy, run, code)
);
COMMENT ON TABLE judge.match_changes IS 'tenant: region';
CREATE INDEX match_changes_entity ON judge.match_changes (region, register, code, run);
