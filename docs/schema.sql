-- What the migrations of all packages make. Made by `./yiwang schema`; a test compares the two.
-- One block a table, in order of names: its columns, constraints, indexes and comment.

calendar
  schema

calendar.version
  table
  column 001 id text NOT NULL
  column 002 version text NOT NULL
  column 003 data jsonb NOT NULL
  column 004 added_at timestamp with time zone NOT NULL
  constraint version_pkey PRIMARY KEY (id, version)
  comment 'reference'

extract
  schema

extract.choice
  table
  column 001 region text NOT NULL
  column 002 report uuid NOT NULL
  column 003 revision integer NOT NULL
  column 004 ambiguity text NOT NULL
  column 005 reading integer NOT NULL
  column 006 reason text
  column 007 by text NOT NULL
  column 008 at timestamp with time zone NOT NULL
  column 009 entry uuid NOT NULL
  constraint choice_pkey PRIMARY KEY (region, report, revision)
  constraint choice_region_report_fkey FOREIGN KEY (region, report) REFERENCES "extract".report(region, id)
  comment 'tenant: region'

extract.correction
  table
  column 001 region text NOT NULL
  column 002 report uuid NOT NULL
  column 003 revision integer NOT NULL
  column 004 id uuid NOT NULL
  column 005 machine_row text NOT NULL
  column 006 fields jsonb
  column 007 reason text NOT NULL
  column 008 by text NOT NULL
  column 009 at timestamp with time zone NOT NULL
  column 010 entry uuid NOT NULL
  constraint correction_pkey PRIMARY KEY (region, report, revision)
  constraint correction_region_report_fkey FOREIGN KEY (region, report) REFERENCES "extract".report(region, id)
  comment 'tenant: region'

extract.machine_row
  table
  column 001 region text NOT NULL
  column 002 report uuid NOT NULL
  column 003 id text NOT NULL
  column 004 kind text NOT NULL
  column 005 place integer NOT NULL
  column 006 body jsonb NOT NULL
  constraint machine_row_kind_check CHECK ((kind = ANY (ARRAY['statement'::text, 'task'::text, 'system'::text, 'link'::text, 'ambiguity'::text])))
  constraint machine_row_pkey PRIMARY KEY (region, report, id)
  constraint machine_row_region_report_fkey FOREIGN KEY (region, report) REFERENCES "extract".report(region, id)
  comment 'tenant: region'

extract.report
  table
  column 001 region text NOT NULL
  column 002 id uuid NOT NULL
  column 003 hash text NOT NULL
  column 004 rows_hash text NOT NULL
  column 005 original text
  column 006 title text NOT NULL
  column 007 year integer
  column 008 file text NOT NULL
  column 009 format text NOT NULL
  column 010 encoding text NOT NULL
  column 011 length integer NOT NULL
  column 012 milliseconds double precision NOT NULL
  column 013 text text
  column 014 sections jsonb NOT NULL
  column 015 counts jsonb NOT NULL
  column 016 revision integer NOT NULL
  column 017 added_at timestamp with time zone NOT NULL
  column 018 added_by text NOT NULL
  column 019 withdrawn_at timestamp with time zone
  constraint report_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
  constraint report_pkey PRIMARY KEY (region, id)
  index CREATE UNIQUE INDEX report_hash ON "extract".report USING btree (region, hash) WHERE (withdrawn_at IS NULL)
  comment 'tenant: region'

files
  schema

files.file
  table
  column 001 region text NOT NULL
  column 002 hash text NOT NULL
  column 003 name text NOT NULL
  column 004 type text NOT NULL
  column 005 size bigint NOT NULL
  column 006 added_by text NOT NULL
  column 007 added_at timestamp with time zone NOT NULL
  constraint file_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
  constraint file_pkey PRIMARY KEY (region, hash)
  constraint file_size_check CHECK ((size > 0))
  comment 'tenant: region'

handle
  schema

handle.case
  table WITH (fillfactor=70)
  column 001 region text NOT NULL
  column 002 id uuid NOT NULL
  column 003 number text NOT NULL
  column 004 app text NOT NULL
  column 005 process text NOT NULL
  column 006 version integer NOT NULL
  column 007 title text NOT NULL
  column 008 rev integer NOT NULL
  column 009 state text NOT NULL
  column 010 outcome text
  column 011 home text NOT NULL
  column 012 grade text
  column 013 lead_organisation text
  column 014 team_organisation text
  column 015 organisation text NOT NULL
  column 016 assignee text
  column 017 step text
  column 018 opened_by text NOT NULL
  column 019 opened_at timestamp with time zone NOT NULL
  column 020 closed_at timestamp with time zone
  column 021 warn_at timestamp with time zone
  column 022 due_at timestamp with time zone
  column 023 dedup_key text
  column 024 seen_again integer NOT NULL DEFAULT 0
  column 025 simulated boolean NOT NULL
  column 026 longitude double precision
  column 027 latitude double precision
  column 028 cell text
  column 029 variables jsonb NOT NULL
  column 030 next_id integer NOT NULL
  column 031 last_seq integer NOT NULL
  column 032 search text[] NOT NULL
  column 033 urged integer NOT NULL DEFAULT 0
  column 034 supervised_at timestamp with time zone
  column 035 parked_at timestamp with time zone
  column 036 links jsonb NOT NULL DEFAULT '[]'::jsonb
  column 037 requests jsonb NOT NULL DEFAULT '[]'::jsonb
  column 038 incidents jsonb NOT NULL DEFAULT '[]'::jsonb
  column 039 heard jsonb NOT NULL DEFAULT '[]'::jsonb
  constraint case_outcome_check CHECK ((outcome = ANY (ARRAY['completed'::text, 'withdrawn'::text, 'failed'::text, 'merged'::text])))
  constraint case_pkey PRIMARY KEY (region, id)
  constraint case_region_number_key UNIQUE (region, number)
  constraint case_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])))
  index CREATE INDEX case_cell ON handle."case" USING btree (region, cell) WHERE (cell IS NOT NULL)
  index CREATE INDEX case_due ON handle."case" USING btree (region, due_at) WHERE (state = 'open'::text)
  index CREATE INDEX case_incident ON handle."case" USING btree (region, id) WHERE (incidents <> '[]'::jsonb)
  index CREATE INDEX case_list ON handle."case" USING btree (region, state, opened_at DESC, id DESC)
  index CREATE INDEX case_newest ON handle."case" USING btree (opened_at DESC, id DESC)
  index CREATE INDEX case_next_due ON handle."case" USING btree (due_at, id) WHERE ((state = 'open'::text) AND (due_at IS NOT NULL))
  index CREATE INDEX case_organisation ON handle."case" USING btree (region, organisation text_pattern_ops) WHERE (state = 'open'::text)
  index CREATE INDEX case_parked ON handle."case" USING btree (parked_at) WHERE ((state = 'open'::text) AND (parked_at IS NOT NULL))
  index CREATE INDEX case_process ON handle."case" USING btree (app, process, version, region, id)
  index CREATE INDEX case_search ON handle."case" USING gin (search)
  index CREATE INDEX case_supervised ON handle."case" USING btree (supervised_at) WHERE ((state = 'open'::text) AND (supervised_at IS NOT NULL))
  index CREATE UNIQUE INDEX case_open_once ON handle."case" USING btree (region, dedup_key) WHERE (state = 'open'::text)
  comment 'tenant: region'

handle.case_number
  table
  column 001 region text NOT NULL
  column 002 day date NOT NULL
  column 003 last integer NOT NULL
  constraint case_number_pkey PRIMARY KEY (region, day)
  comment 'tenant: region'

handle.clock
  table WITH (fillfactor=80)
  column 001 region text NOT NULL
  column 002 case_id uuid NOT NULL
  column 003 id integer NOT NULL
  column 004 task uuid
  column 005 unit text NOT NULL
  column 006 budget_minutes integer
  column 007 used_minutes integer
  column 008 calendar text NOT NULL
  column 009 state text NOT NULL
  column 010 of text NOT NULL DEFAULT 'task'::text
  column 011 element text NOT NULL DEFAULT ''::text
  column 012 name text NOT NULL DEFAULT ''::text
  column 013 scope integer NOT NULL DEFAULT 0
  column 014 within integer
  column 015 budget double precision
  column 016 warn_share double precision NOT NULL DEFAULT 0.8
  column 017 max_extension double precision NOT NULL DEFAULT 0
  column 018 extensions jsonb NOT NULL DEFAULT '[]'::jsonb
  column 019 started_at timestamp with time zone
  column 020 held_by integer[] NOT NULL DEFAULT '{}'::integer[]
  column 021 raised jsonb NOT NULL DEFAULT '[]'::jsonb
  column 022 warn_at timestamp with time zone
  column 023 due_at timestamp with time zone
  column 024 derived_by text NOT NULL DEFAULT ''::text
  constraint clock_of_check CHECK ((of = ANY (ARRAY['case'::text, 'stage'::text, 'task'::text])))
  constraint clock_pkey PRIMARY KEY (region, case_id, id)
  constraint clock_state_check CHECK ((state = ANY (ARRAY['running'::text, 'suspended'::text, 'stopped'::text])))
  constraint clock_unit_check CHECK ((unit = ANY (ARRAY['workingMinutes'::text, 'calendarMinutes'::text, 'workingDays'::text, 'calendarDays'::text, 'working'::text, 'calendar'::text])))
  index CREATE INDEX clock_by_calendar ON handle.clock USING btree (region, calendar, case_id) WHERE (state = 'running'::text)
  comment 'tenant: region'

handle.clock_segment
  table
  column 001 region text NOT NULL
  column 002 case_id uuid NOT NULL
  column 003 clock integer NOT NULL
  column 004 n integer NOT NULL
  column 005 state text NOT NULL
  column 006 from_at timestamp with time zone NOT NULL
  column 007 to_at timestamp with time zone
  column 008 reason text
  column 009 by_actor text NOT NULL
  column 010 through integer
  constraint clock_segment_pkey PRIMARY KEY (region, case_id, clock, n)
  constraint clock_segment_region_case_id_clock_fkey FOREIGN KEY (region, case_id, clock) REFERENCES handle.clock(region, case_id, id)
  constraint clock_segment_state_check CHECK ((state = ANY (ARRAY['running'::text, 'suspended'::text])))
  comment 'tenant: region'

handle.command_dedup
  table
  column 001 region text NOT NULL
  column 002 command uuid NOT NULL
  column 003 digest text NOT NULL
  column 004 answer jsonb
  column 005 at timestamp with time zone NOT NULL
  constraint command_dedup_pkey PRIMARY KEY (region, command)
  comment 'tenant: region'

handle.definition
  table
  column 001 app text NOT NULL
  column 002 id text NOT NULL
  column 003 version integer NOT NULL
  column 004 checksum text NOT NULL
  column 005 file text NOT NULL
  column 006 xml text NOT NULL
  column 007 registered_at timestamp with time zone NOT NULL
  column 008 fields jsonb NOT NULL DEFAULT '{}'::jsonb
  column 009 openings jsonb NOT NULL DEFAULT '[]'::jsonb
  constraint definition_pkey PRIMARY KEY (app, id, version)
  comment 'reference'

handle.event
  table
  column 001 region text NOT NULL
  column 002 case_id uuid NOT NULL
  column 003 seq integer NOT NULL
  column 004 at timestamp with time zone NOT NULL
  column 005 kind text NOT NULL
  column 006 element text
  column 007 actor text NOT NULL
  column 008 reason text
  column 009 data jsonb NOT NULL
  constraint event_pkey PRIMARY KEY (region, case_id, seq)
  comment 'tenant: region'

handle.evidence
  table
  column 001 region text NOT NULL
  column 002 case_id uuid NOT NULL
  column 003 id integer NOT NULL
  column 004 task uuid
  column 005 hash text NOT NULL
  column 006 type text NOT NULL
  column 007 size bigint NOT NULL
  column 008 name text NOT NULL
  column 009 at timestamp with time zone NOT NULL
  column 010 by_actor text NOT NULL
  constraint evidence_pkey PRIMARY KEY (region, case_id, id)
  constraint evidence_region_case_id_fkey FOREIGN KEY (region, case_id) REFERENCES handle."case"(region, id)
  index CREATE INDEX evidence_hash ON handle.evidence USING btree (hash)
  comment 'tenant: region'

handle.model_draft
  table
  column 001 app text NOT NULL
  column 002 process text NOT NULL
  column 003 base_version integer NOT NULL
  column 004 rev integer NOT NULL
  column 005 xml text NOT NULL
  column 006 saved_by text NOT NULL
  column 007 saved_at timestamp with time zone NOT NULL
  constraint model_draft_pkey PRIMARY KEY (app, process)
  comment 'reference'

handle.publication
  table
  column 001 app text NOT NULL
  column 002 process text NOT NULL
  column 003 version integer NOT NULL
  column 004 command uuid NOT NULL
  column 005 by_actor text NOT NULL
  column 006 reason text NOT NULL
  column 007 at timestamp with time zone NOT NULL
  constraint publication_command_key UNIQUE (command)
  constraint publication_pkey PRIMARY KEY (app, process, version)
  comment 'reference'

handle.scope
  table
  column 001 region text NOT NULL
  column 002 case_id uuid NOT NULL
  column 003 id integer NOT NULL
  column 004 parent integer NOT NULL
  column 005 element text NOT NULL
  column 006 role text NOT NULL
  column 007 token integer NOT NULL
  column 008 variables jsonb NOT NULL
  column 009 keeps boolean NOT NULL
  column 010 loop jsonb
  column 011 remaining integer[] NOT NULL
  constraint scope_pkey PRIMARY KEY (region, case_id, id)
  constraint scope_region_case_id_fkey FOREIGN KEY (region, case_id) REFERENCES handle."case"(region, id)
  constraint scope_role_check CHECK ((role = ANY (ARRAY['body'::text, 'loop'::text, 'instance'::text, 'listener'::text, 'undo'::text, 'kept'::text])))
  comment 'tenant: region'

handle.subscription
  table
  column 001 region text NOT NULL
  column 002 case_id uuid NOT NULL
  column 003 kind text NOT NULL
  column 004 name text NOT NULL
  constraint subscription_kind_check CHECK ((kind = ANY (ARRAY['message'::text, 'signal'::text])))
  constraint subscription_pkey PRIMARY KEY (region, case_id, kind, name)
  constraint subscription_region_case_id_fkey FOREIGN KEY (region, case_id) REFERENCES handle."case"(region, id)
  index CREATE INDEX subscription_name ON handle.subscription USING btree (region, kind, name)
  comment 'tenant: region'

handle.task
  table WITH (fillfactor=80)
  column 001 region text NOT NULL
  column 002 case_id uuid NOT NULL
  column 003 id uuid NOT NULL
  column 004 n integer NOT NULL
  column 005 token integer NOT NULL
  column 006 element text NOT NULL
  column 007 name text NOT NULL
  column 008 kind text NOT NULL DEFAULT 'user'::text
  column 009 candidate_role text
  column 010 organisation text NOT NULL
  column 011 assignee text
  column 012 state text NOT NULL
  column 013 form text
  column 014 created_at timestamp with time zone NOT NULL
  column 015 claimed_at timestamp with time zone
  column 016 ended_at timestamp with time zone
  column 017 completed_by text
  column 018 outcome text
  column 019 data jsonb
  column 020 warn_at timestamp with time zone
  column 021 due_at timestamp with time zone
  column 022 skill text
  column 023 delegated_by text
  column 024 signs_for uuid
  constraint task_pkey PRIMARY KEY (region, case_id, n)
  constraint task_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'cancelled'::text])))
  index CREATE INDEX task_assignee ON handle.task USING btree (region, assignee, due_at) WHERE ((state = 'open'::text) AND (assignee IS NOT NULL))
  index CREATE INDEX task_queue ON handle.task USING btree (region, organisation text_pattern_ops, due_at) WHERE (state = 'open'::text)
  comment 'tenant: region'

handle.timer
  table WITH (fillfactor=80)
  column 001 region text NOT NULL
  column 002 case_id uuid NOT NULL
  column 003 id integer NOT NULL
  column 004 element text NOT NULL
  column 005 token integer NOT NULL
  column 006 due_at timestamp with time zone
  column 007 clock integer
  column 008 moment text
  column 009 event integer NOT NULL DEFAULT 0
  column 010 scope integer NOT NULL DEFAULT 0
  column 011 left_times integer DEFAULT 1
  constraint timer_moment_check CHECK ((moment ~ '^(warn|due|over [0-9.]+)$'::text))
  constraint timer_pkey PRIMARY KEY (region, case_id, id)
  comment 'tenant: region'

handle.token
  table WITH (fillfactor=80)
  column 001 region text NOT NULL
  column 002 case_id uuid NOT NULL
  column 003 id integer NOT NULL
  column 004 element text NOT NULL
  column 005 via text
  column 006 since timestamp with time zone NOT NULL
  column 007 scope integer NOT NULL DEFAULT 0
  column 008 state text NOT NULL DEFAULT 'live'::text
  column 009 got text[] NOT NULL DEFAULT '{}'::text[]
  constraint token_pkey PRIMARY KEY (region, case_id, id)
  constraint token_state_check CHECK ((state = ANY (ARRAY['live'::text, 'done'::text, 'spent'::text])))
  comment 'tenant: region'

identity
  schema

identity.account
  table
  column 001 number text NOT NULL
  column 002 password_hash text NOT NULL
  column 003 region text NOT NULL
  column 004 organisation text NOT NULL
  column 005 roles text[] NOT NULL
  column 006 disabled boolean NOT NULL DEFAULT false
  column 007 created_at timestamp with time zone NOT NULL
  constraint account_number_check CHECK ((number ~ '^[0-9]{6}$'::text))
  constraint account_organisation_fkey FOREIGN KEY (organisation) REFERENCES identity.organisation(path)
  constraint account_pkey PRIMARY KEY (number)
  constraint account_region_check CHECK ((region ~ '^[0-9]{6}$'::text))
  comment 'reference'

identity.device_token
  table
  column 001 token_hash bytea NOT NULL
  column 002 account text NOT NULL
  column 003 created_at timestamp with time zone NOT NULL
  column 004 revoked_at timestamp with time zone
  constraint device_token_account_fkey FOREIGN KEY (account) REFERENCES identity.account(number) ON DELETE CASCADE
  constraint device_token_pkey PRIMARY KEY (token_hash)
  comment 'reference'

identity.installation
  table
  column 001 fact text NOT NULL
  column 002 value text NOT NULL
  column 003 decided_at timestamp with time zone NOT NULL
  constraint installation_pkey PRIMARY KEY (fact)
  comment 'reference'

identity.organisation
  table
  column 001 path text NOT NULL
  column 002 region text NOT NULL
  column 003 name_zh text NOT NULL
  column 004 name_en text NOT NULL
  constraint organisation_path_check CHECK ((path ~ '^[a-z0-9-]+(\.[a-z0-9-]+)*$'::text))
  constraint organisation_pkey PRIMARY KEY (path)
  constraint organisation_region_check CHECK ((region ~ '^[0-9]{6}$'::text))
  comment 'reference'

identity.saved_view
  table
  column 001 account text NOT NULL
  column 002 name text NOT NULL
  column 003 filters jsonb NOT NULL
  column 004 saved_at timestamp with time zone NOT NULL
  constraint saved_view_account_fkey FOREIGN KEY (account) REFERENCES identity.account(number) ON DELETE CASCADE
  constraint saved_view_pkey PRIMARY KEY (account, name)
  comment 'reference'

identity.session
  table
  column 001 token_hash bytea NOT NULL
  column 002 account text NOT NULL
  column 003 opened_at timestamp with time zone NOT NULL
  column 004 seen_at timestamp with time zone NOT NULL
  column 005 expires_at timestamp with time zone NOT NULL
  constraint session_account_fkey FOREIGN KEY (account) REFERENCES identity.account(number) ON DELETE CASCADE
  constraint session_pkey PRIMARY KEY (token_hash)
  index CREATE INDEX session_account ON identity.session USING btree (account)
  index CREATE INDEX session_expires_at ON identity.session USING btree (expires_at)
  comment 'reference'

identity.sign_in_failure
  table
  column 001 account text NOT NULL
  column 002 failures integer NOT NULL
  column 003 failed_at timestamp with time zone NOT NULL
  column 004 locked_until timestamp with time zone NOT NULL
  constraint sign_in_failure_pkey PRIMARY KEY (account)
  comment 'reference'

jobs
  schema

jobs.dead
  table
  column 001 region text NOT NULL
  column 002 id uuid NOT NULL
  column 003 queue text NOT NULL
  column 004 key text
  column 005 payload jsonb NOT NULL
  column 006 run_at timestamp with time zone NOT NULL
  column 007 attempts integer NOT NULL
  column 008 max_attempts integer NOT NULL
  column 009 last_error text NOT NULL
  column 010 died_at timestamp with time zone NOT NULL
  column 011 discarded_at timestamp with time zone
  column 012 discarded_by text
  column 013 discarded_because text
  constraint dead_pkey PRIMARY KEY (region, id)
  index CREATE INDEX dead_waiting ON jobs.dead USING btree (region, queue, died_at) WHERE (discarded_at IS NULL)
  comment 'tenant: region'

jobs.job
  table
  column 001 region text NOT NULL
  column 002 id uuid NOT NULL
  column 003 queue text NOT NULL
  column 004 key text
  column 005 payload jsonb NOT NULL
  column 006 run_at timestamp with time zone NOT NULL
  column 007 attempts integer NOT NULL DEFAULT 0
  column 008 max_attempts integer NOT NULL
  column 009 last_error text
  constraint job_pkey PRIMARY KEY (region, id)
  index CREATE INDEX job_claim ON jobs.job USING btree (region, queue, run_at, id)
  index CREATE INDEX job_due ON jobs.job USING btree (run_at)
  index CREATE UNIQUE INDEX job_key ON jobs.job USING btree (region, queue, key) WHERE (key IS NOT NULL)
  comment 'tenant: region'

judge
  schema

judge.match_changes
  table
  column 001 region text NOT NULL
  column 002 register text NOT NULL
  column 003 policy text NOT NULL
  column 004 run uuid NOT NULL
  column 005 code text NOT NULL
  column 006 kind text NOT NULL
  column 007 before numeric
  column 008 after numeric
  column 009 cause text NOT NULL
  column 010 version integer
  column 011 at timestamp with time zone NOT NULL
  constraint match_changes_kind_check CHECK ((kind = ANY (ARRAY['gained'::text, 'lost'::text, 'amount'::text])))
  constraint match_changes_pkey PRIMARY KEY (region, register, policy, run, code)
  index CREATE INDEX match_changes_entity ON judge.match_changes USING btree (region, register, code, run)
  comment 'tenant: region'

judge.match_policies
  table
  column 001 region text NOT NULL
  column 002 register text NOT NULL
  column 003 policy text NOT NULL
  column 004 version integer NOT NULL
  column 005 formulas text NOT NULL
  constraint match_policies_pkey PRIMARY KEY (region, register, policy)
  comment 'tenant: region'

judge.match_runs
  table
  column 001 region text NOT NULL
  column 002 register text NOT NULL
  column 003 run uuid NOT NULL
  column 004 cause text NOT NULL
  column 005 policy text
  column 006 version_before integer
  column 007 version_after integer
  column 008 as_of date NOT NULL
  column 009 gained bigint NOT NULL
  column 010 lost bigint NOT NULL
  column 011 differing bigint NOT NULL
  column 012 at timestamp with time zone NOT NULL
  column 013 written boolean NOT NULL
  constraint match_runs_cause_check CHECK ((cause = ANY (ARRAY['entity'::text, 'version'::text, 'date'::text, 'loaded'::text, 'found'::text])))
  constraint match_runs_pkey PRIMARY KEY (region, register, run)
  comment 'tenant: region'

judge.match_state
  table
  column 001 region text NOT NULL
  column 002 register text NOT NULL
  column 003 revision bigint NOT NULL
  column 004 positions jsonb NOT NULL
  column 005 as_of date NOT NULL
  column 006 at timestamp with time zone NOT NULL
  constraint match_state_pkey PRIMARY KEY (region, register)
  comment 'tenant: region'

judge.match_totals
  table
  column 001 region text NOT NULL
  column 002 register text NOT NULL
  column 003 policy text NOT NULL
  column 004 matched bigint NOT NULL
  column 005 amount numeric NOT NULL
  column 006 lacking bigint NOT NULL
  column 007 at timestamp with time zone NOT NULL
  constraint match_totals_pkey PRIMARY KEY (region, register, policy)
  comment 'tenant: region'

judge.register_changes
  table
  column 001 region text NOT NULL
  column 002 register text NOT NULL
  column 003 position bigint NOT NULL
  column 004 kind text NOT NULL
  column 005 code text NOT NULL
  column 006 before jsonb
  column 007 at timestamp with time zone NOT NULL
  column 008 command uuid
  constraint register_changes_kind_check CHECK ((kind = ANY (ARRAY['added'::text, 'changed'::text, 'removed'::text, 'loaded'::text])))
  constraint register_changes_pkey PRIMARY KEY (region, register, "position")
  index CREATE UNIQUE INDEX register_changes_command ON judge.register_changes USING btree (region, register, command) WHERE (command IS NOT NULL)
  comment 'tenant: region'

judge.register_head
  table
  column 001 region text NOT NULL
  column 002 register text NOT NULL
  column 003 position bigint NOT NULL
  column 004 pruned bigint NOT NULL DEFAULT 0
  constraint register_head_pkey PRIMARY KEY (region, register)
  comment 'tenant: region'

judge.rule_head
  table
  column 001 region text NOT NULL
  column 002 rule text NOT NULL
  column 003 number integer NOT NULL
  constraint rule_head_pkey PRIMARY KEY (region, rule)
  comment 'tenant: region'

judge.rule_versions
  table
  column 001 region text NOT NULL
  column 002 rule text NOT NULL
  column 003 number integer NOT NULL
  column 004 xml text NOT NULL
  column 005 status text NOT NULL
  column 006 effective_from date
  column 007 effective_until date
  column 008 actor text NOT NULL
  column 009 at timestamp with time zone NOT NULL
  column 010 why text
  column 011 command uuid
  constraint rule_versions_check CHECK (((status <> 'published'::text) OR (effective_from IS NOT NULL)))
  constraint rule_versions_pkey PRIMARY KEY (region, rule, number)
  constraint rule_versions_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text])))
  index CREATE UNIQUE INDEX rule_versions_command ON judge.rule_versions USING btree (region, rule, command) WHERE (command IS NOT NULL)
  comment 'tenant: region'

ledger
  schema

ledger.book
  table
  column 001 region text NOT NULL
  column 002 algorithm text NOT NULL
  column 003 size bigint NOT NULL DEFAULT 0
  column 004 frontier bytea NOT NULL DEFAULT '\x'::bytea
  constraint book_pkey PRIMARY KEY (region)
  comment 'tenant: region'

ledger.checkpoint
  table
  column 001 region text NOT NULL
  column 002 size bigint NOT NULL
  column 003 at timestamp with time zone NOT NULL
  column 004 note text NOT NULL
  constraint checkpoint_pkey PRIMARY KEY (region, size)
  comment 'tenant: region'

ledger.entry
  table
  column 001 region text NOT NULL
  column 002 id uuid NOT NULL
  column 003 at timestamp with time zone NOT NULL
  column 004 kind text NOT NULL
  column 005 actor text NOT NULL
  column 006 subject text NOT NULL
  column 007 reason text
  column 008 body jsonb NOT NULL
  constraint entry_pkey PRIMARY KEY (region, id)
  index CREATE INDEX entry_subject ON ledger.entry USING btree (region, subject, id)
  comment 'tenant: region'

ledger.inbox
  table
  column 001 region text NOT NULL
  column 002 id uuid NOT NULL
  column 003 count integer NOT NULL
  column 004 entries text NOT NULL
  constraint inbox_pkey PRIMARY KEY (region, id)
  comment 'tenant: region'

ledger.leaf
  table
  column 001 region text NOT NULL
  column 002 seq bigint NOT NULL
  column 003 entry uuid NOT NULL
  column 004 hash bytea NOT NULL
  column 005 marks bytea NOT NULL
  constraint leaf_pkey PRIMARY KEY (region, seq)
  constraint leaf_region_entry_key UNIQUE (region, entry)
  comment 'tenant: region'

ledger.node
  table
  column 001 region text NOT NULL
  column 002 height smallint NOT NULL
  column 003 index bigint NOT NULL
  column 004 hash bytea NOT NULL
  constraint node_pkey PRIMARY KEY (region, height, index)
  comment 'tenant: region'

ledger.verifier
  table
  column 001 name text NOT NULL
  column 002 key_id text NOT NULL
  column 003 public_key text NOT NULL
  column 004 since timestamp with time zone NOT NULL
  constraint verifier_pkey PRIMARY KEY (name, key_id)
  comment 'reference'

public
  schema

public.migration
  table
  column 001 owner text NOT NULL
  column 002 name text NOT NULL
  column 003 checksum text NOT NULL
  column 004 applied_at timestamp with time zone NOT NULL DEFAULT now()
  constraint migration_pkey PRIMARY KEY (owner, name)
  comment 'reference'

registers
  schema

sense
  schema

sense.batch
  table
  column 001 region text NOT NULL
  column 002 id uuid NOT NULL
  column 003 source text NOT NULL
  column 004 received_at timestamp with time zone NOT NULL
  column 005 size integer NOT NULL
  column 006 first_time timestamp with time zone NOT NULL
  column 007 last_time timestamp with time zone NOT NULL
  column 008 sha256 text NOT NULL
  column 009 entry uuid NOT NULL
  constraint batch_pkey PRIMARY KEY (region, id)
  comment 'tenant: region'

sense.credential
  table
  column 001 region text NOT NULL
  column 002 username text NOT NULL
  column 003 thing uuid NOT NULL
  column 004 token_sha256 bytea NOT NULL
  column 005 revoked_at timestamp with time zone
  constraint credential_pkey PRIMARY KEY (region, username)
  constraint credential_region_thing_fkey FOREIGN KEY (region, thing) REFERENCES sense.thing(region, id)
  index CREATE INDEX credential_username ON sense.credential USING btree (username)
  comment 'tenant: region'

sense.datastream
  table
  column 001 region text NOT NULL
  column 002 id uuid NOT NULL
  column 003 thing uuid NOT NULL
  column 004 observed_property text NOT NULL
  column 005 unit text NOT NULL
  constraint datastream_pkey PRIMARY KEY (region, id)
  constraint datastream_region_thing_fkey FOREIGN KEY (region, thing) REFERENCES sense.thing(region, id)
  index CREATE INDEX datastream_id ON sense.datastream USING btree (id)
  index CREATE INDEX datastream_thing ON sense.datastream USING btree (region, thing)
  comment 'tenant: region'

sense.latest
  table WITH (fillfactor=50)
  column 001 region text NOT NULL
  column 002 datastream uuid NOT NULL
  column 003 phenomenon_time timestamp with time zone NOT NULL
  column 004 result double precision NOT NULL
  column 005 received_at timestamp with time zone NOT NULL
  constraint latest_pkey PRIMARY KEY (region, datastream)
  comment 'tenant: region'

sense.observation
  partitioned table PARTITION BY RANGE (phenomenon_time)
  column 001 region text NOT NULL
  column 002 datastream uuid NOT NULL
  column 003 phenomenon_time timestamp with time zone NOT NULL
  column 004 result double precision NOT NULL
  column 005 received_at timestamp with time zone NOT NULL
  column 006 batch uuid NOT NULL
  constraint observation_pkey PRIMARY KEY (region, datastream, phenomenon_time)
  comment 'tenant: region'

sense.observation_default
  table DEFAULT
  column 001 region text NOT NULL
  column 002 datastream uuid NOT NULL
  column 003 phenomenon_time timestamp with time zone NOT NULL
  column 004 result double precision NOT NULL
  column 005 received_at timestamp with time zone NOT NULL
  column 006 batch uuid NOT NULL
  constraint observation_default_pkey PRIMARY KEY (region, datastream, phenomenon_time)
  comment 'tenant: region'

sense.thing
  table
  column 001 region text NOT NULL
  column 002 id uuid NOT NULL
  column 003 name_zh text NOT NULL
  column 004 name_en text NOT NULL
  column 005 kind text NOT NULL
  column 006 organisation text NOT NULL
  column 007 longitude double precision NOT NULL
  column 008 latitude double precision NOT NULL
  column 009 cell text
  column 010 grid text
  column 011 simulated boolean NOT NULL
  column 012 owner text NOT NULL
  column 013 purpose text NOT NULL
  constraint thing_pkey PRIMARY KEY (region, id)
  index CREATE INDEX thing_cell ON sense.thing USING btree (region, cell)
  comment 'tenant: region'

vitals
  schema

vitals.crossing
  table
  column 001 region text NOT NULL
  column 002 id uuid NOT NULL
  column 003 indicator text NOT NULL
  column 004 thing uuid NOT NULL
  column 005 from_light text NOT NULL
  column 006 to_light text NOT NULL
  column 007 at timestamp with time zone NOT NULL
  column 008 value double precision NOT NULL
  constraint crossing_pkey PRIMARY KEY (region, id)
  index CREATE INDEX crossing_at ON vitals.crossing USING btree (region, at)
  comment 'tenant: region'

vitals.point
  table WITH (fillfactor=50)
  column 001 region text NOT NULL
  column 002 indicator text NOT NULL
  column 003 thing uuid NOT NULL
  column 004 at timestamp with time zone NOT NULL
  column 005 value double precision NOT NULL
  column 006 light text NOT NULL
  column 007 since timestamp with time zone NOT NULL
  column 008 severity double precision NOT NULL
  constraint point_pkey PRIMARY KEY (region, indicator, thing)
  comment 'tenant: region'

vitals.point_sample
  table
  column 001 region text NOT NULL
  column 002 indicator text NOT NULL
  column 003 thing uuid NOT NULL
  column 004 minute timestamp with time zone NOT NULL
  column 005 value double precision NOT NULL
  column 006 at timestamp with time zone NOT NULL
  column 007 light text NOT NULL
  constraint point_sample_pkey PRIMARY KEY (region, indicator, thing, minute)
  comment 'tenant: region'

vitals.sample
  table
  column 001 region text NOT NULL
  column 002 indicator text NOT NULL
  column 003 minute timestamp with time zone NOT NULL
  column 004 size integer NOT NULL
  column 005 total double precision NOT NULL
  column 006 lowest double precision NOT NULL
  column 007 highest double precision NOT NULL
  column 008 last double precision NOT NULL
  column 009 last_at timestamp with time zone NOT NULL
  column 010 light text NOT NULL
  column 011 worst_region text
  column 012 worst_thing uuid
  constraint sample_pkey PRIMARY KEY (region, indicator, minute)
  comment 'tenant: region'

vitals.sign
  table WITH (fillfactor=50)
  column 001 region text NOT NULL
  column 002 indicator text NOT NULL
  column 003 at timestamp with time zone
  column 004 value double precision
  column 005 light text NOT NULL
  column 006 since timestamp with time zone
  column 007 silent_minutes double precision NOT NULL
  column 008 size integer NOT NULL
  column 009 total double precision NOT NULL
  column 010 lowest double precision
  column 011 highest double precision
  column 012 worst_severity double precision
  column 013 worst_value double precision
  column 014 worst_region text
  column 015 worst_thing uuid
  constraint sign_pkey PRIMARY KEY (region, indicator)
  comment 'tenant: region'

vitals.thing
  table
  column 001 region text NOT NULL
  column 002 id uuid NOT NULL
  column 003 name_zh text NOT NULL
  column 004 name_en text NOT NULL
  column 005 kind text NOT NULL
  column 006 organisation text NOT NULL
  column 007 longitude double precision NOT NULL
  column 008 latitude double precision NOT NULL
  column 009 simulated boolean NOT NULL
  constraint thing_pkey PRIMARY KEY (region, id)
  comment 'tenant: region'
