-- What the queue is sorted by over all districts; those of one district have case_list and case_due.
CREATE INDEX case_newest ON handle."case" (opened_at DESC, id DESC);
CREATE INDEX case_next_due ON handle."case" (due_at, id) WHERE state = 'open' AND due_at IS NOT NULL;
-- The few that stand aside.
CREATE INDEX case_parked ON handle."case" (parked_at) WHERE state = 'open' AND parked_at IS NOT NULL;
CREATE INDEX case_supervised ON handle."case" (supervised_at) WHERE state = 'open' AND supervised_at IS NOT NULL;
CREATE INDEX case_incident ON handle."case" (region, id) WHERE incidents <> '[]'::jsonb;
