-- The rows of a case are only written together with its own row, in one statement that is guarded by its revision. A
-- foreign key would look the case up and lock it once more for each of them, a quarter of the time of a batch of steps.
ALTER TABLE handle.event DROP CONSTRAINT event_region_case_id_fkey;
ALTER TABLE handle.token DROP CONSTRAINT token_region_case_id_fkey;
ALTER TABLE handle.task DROP CONSTRAINT task_region_case_id_fkey;
ALTER TABLE handle.timer DROP CONSTRAINT timer_region_case_id_fkey;
ALTER TABLE handle.clock DROP CONSTRAINT clock_region_case_id_fkey;

-- A task is found by its case and number; its id follows from these.
ALTER TABLE handle.task DROP CONSTRAINT task_pkey;
ALTER TABLE handle.task DROP CONSTRAINT task_region_case_id_n_key;
ALTER TABLE handle.task ADD PRIMARY KEY (region, case_id, n);

-- Room on the page for the next version of a row, so that a step touches no index where no indexed column changes.
ALTER TABLE handle."case" SET (fillfactor = 70);
ALTER TABLE handle.task SET (fillfactor = 80);
ALTER TABLE handle.token SET (fillfactor = 80);
