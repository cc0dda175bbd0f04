CREATE SCHEMA judge;

-- The tables of registers (名录), one each, made by prepareRegister from the register's model.
CREATE SCHEMA registers;

-- The last position given in the change log of a district's part of a register. A change locks it until it commits, so that
-- positions become visible in their order: whoever has read up to one has missed none before it.
CREATE TABLE judge.register_head (
  region text NOT NULL,
  register text NOT NULL,
  position bigint NOT NULL,
  -- Changes up to this position are no longer kept.
  pruned bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (region, register)
);
COMMENT ON TABLE judge.register_head IS 'tenant: region';

-- What was changed in a register. `before` holds the columns as they were, by name; `loaded` stands for all rows of a
-- district that had none before.
CREATE TABLE judge.register_changes (
  region text NOT NULL,
  register text NOT NULL,
  position bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('added', 'changed', 'removed', 'loaded')),
  code text NOT NULL,
  before jsonb,
  at timestamptz NOT NULL,
  command uuid,
  PRIMARY KEY (region, register, position)
);
COMMENT ON TABLE judge.register_changes IS 'tenant: region';

-- A command that is sent twice is done once.
CREATE UNIQUE INDEX register_changes_command ON judge.register_changes (region, register, command) WHERE command IS NOT NULL;
