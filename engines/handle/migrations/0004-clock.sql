-- Legal clocks of cases, stages and tasks. What a clock is, is in its own columns and its segments; warn_at and due_at
-- are derived from them by version derived_by of its calendar, here and in task, case and timer, and are derived anew
-- when the calendar changes.
ALTER TABLE handle.clock
  ADD COLUMN of text NOT NULL DEFAULT 'task' CHECK (of IN ('case', 'stage', 'task')),
  ADD COLUMN element text NOT NULL DEFAULT '',
  ADD COLUMN name text NOT NULL DEFAULT '',
  ADD COLUMN scope int NOT NULL DEFAULT 0,
  ADD COLUMN within int,
  ADD COLUMN budget double precision,
  ADD COLUMN warn_share double precision NOT NULL DEFAULT 0.8,
  ADD COLUMN max_extension double precision NOT NULL DEFAULT 0,
  ADD COLUMN extensions jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN started_at timestamptz,
  ADD COLUMN held_by int[] NOT NULL DEFAULT '{}',
  ADD COLUMN raised jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN warn_at timestamptz,
  ADD COLUMN due_at timestamptz,
  ADD COLUMN derived_by text NOT NULL DEFAULT '',
  ALTER COLUMN task DROP NOT NULL,
  ALTER COLUMN budget_minutes DROP NOT NULL,
  ALTER COLUMN used_minutes DROP NOT NULL,
  DROP CONSTRAINT clock_unit_check;

UPDATE handle.clock c SET
  unit = c.unit || 'Minutes',
  budget = c.budget_minutes,
  derived_by = c.calendar,
  calendar = split_part(c.calendar, ' ', 1),
  element = t.element,
  name = t.name,
  started_at = t.created_at,
  warn_at = t.warn_at,
  due_at = t.due_at,
  held_by = CASE WHEN c.state = 'suspended' THEN ARRAY[c.id] ELSE '{}' END
FROM handle.task t WHERE t.region = c.region AND t.id = c.task;

ALTER TABLE handle.clock ADD CONSTRAINT clock_unit_check
  CHECK (unit IN ('workingMinutes', 'calendarMinutes', 'workingDays', 'calendarDays', 'working', 'calendar'));

-- Read in order by the re-projection. derived_by is not in it, so that writing times anew touches no index.
CREATE INDEX clock_by_calendar ON handle.clock (region, calendar, case_id) WHERE state = 'running';
ALTER TABLE handle.clock SET (fillfactor = 80);

-- The clock whose suspension a segment is: itself, or one that it is nested in.
ALTER TABLE handle.clock_segment ADD COLUMN through int;
UPDATE handle.clock_segment SET through = clock WHERE state = 'suspended';

-- A timer that follows a clock moves with it.
ALTER TABLE handle.timer
  ADD COLUMN clock int,
  ADD COLUMN moment text CHECK (moment ~ '^(warn|due|over [0-9.]+)$');
ALTER TABLE handle.timer SET (fillfactor = 80);
