-- The last number given to a version of a rule. Every command on a rule locks it until it commits.
CREATE TABLE judge.rule_head (
  region text NOT NULL,
  rule text NOT NULL,
  number integer NOT NULL,
  PRIMARY KEY (region, rule)
);
COMMENT ON TABLE judge.rule_head IS 'tenant: region';

-- Versions of rules made by people, besides those of the applications' folders.
--   draft      saved, of no effect            → published | withdrawn
--   published  effective in its days          → withdrawn
--   withdrawn  of no effect; where it had been effective, `effective_until` is its last day, so that one can still ask about
--              the days before
CREATE TABLE judge.rule_versions (
  region text NOT NULL,
  rule text NOT NULL,
  number integer NOT NULL,
  xml text NOT NULL,
  status text NOT NULL CHECK (status IN ('draft', 'published', 'withdrawn')),
  effective_from date,
  effective_until date,
  -- Of the last step: who took it, when, why.
  actor text NOT NULL,
  at timestamptz NOT NULL,
  why text,
  command uuid,
  PRIMARY KEY (region, rule, number),
  CHECK (status <> 'published' OR effective_from IS NOT NULL)
);
COMMENT ON TABLE judge.rule_versions IS 'tenant: region';

CREATE UNIQUE INDEX rule_versions_command ON judge.rule_versions (region, rule, command) WHERE command IS NOT NULL;
