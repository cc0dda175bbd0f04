-- The cases of a process and version in the order that they are mined in.
CREATE INDEX case_process ON handle."case" (app, process, version, region, id);

-- What a person published of a process: the version and the model are in handle.definition. A version that is not here
-- came with the application's folder.
CREATE TABLE handle.publication (
  app text NOT NULL,
  process text NOT NULL,
  version int NOT NULL,
  command uuid NOT NULL,
  by_actor text NOT NULL,
  reason text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (app, process, version),
  UNIQUE (command)
);
COMMENT ON TABLE handle.publication IS 'reference';

-- One draft a process, shared by those who may publish it; rev guards it against being saved over unseen.
CREATE TABLE handle.model_draft (
  app text NOT NULL,
  process text NOT NULL,
  base_version int NOT NULL,
  rev int NOT NULL,
  xml text NOT NULL,
  saved_by text NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (app, process)
);
COMMENT ON TABLE handle.model_draft IS 'reference';
