-- What is known of lifters over many sets. Everything here goes with the set or the person it belongs to.

-- One line a set, so that lists, rosters and progress need not read what was found in full.
-- lifter_id, exercise and started_at are those of the set and stand here for the indexes.
create table set_summary (
  set_id uuid primary key references training_set (id) on delete cascade,
  session_id uuid not null,
  lifter_id uuid not null,
  exercise varchar(60) not null,
  title varchar(400),
  source varchar(20) not null,
  state varchar(20) not null,
  demo boolean not null,
  simulated boolean not null,
  started_at timestamp(6) with time zone not null,
  load_kg double precision,
  repetitions integer not null,
  -- repetitions in which the lumbar spine was seen
  assessed integer not null,
  -- repetitions with a flag of level 2 or 3
  flagged integer not null,
  -- highest level of any flag, 0 where there is none
  strongest_level smallint not null,
  -- null where not assessed
  peak_flexion_median_deg double precision,
  peak_flexion_worst_deg double precision,
  twist_median_deg double precision,
  twist_worst_deg double precision,
  form_drift_index double precision,
  speed_loss_percent double precision,
  -- what the lifter said of the effort: 1 to 10, and repetitions that were left
  rpe double precision,
  repetitions_in_reserve integer,
  -- JSON: peak lumbar flexion of each repetition in degrees, null where not assessed
  peak_flexions text not null
);

create index set_summary_newest on set_summary (lifter_id, started_at desc);
create index set_summary_exercise on set_summary (lifter_id, exercise, started_at desc);

-- a deleted set is hidden and can be brought back for a while; then it goes for good
alter table training_set add column deleted_at timestamp(6) with time zone;
-- What the set was told of the person before its first sample, as JSON: limits, baseline, tempo. Without it the stored samples
-- would not give the same result again. Null where nothing was known.
alter table training_set add column known_form text;

-- Limits of one person for one exercise. Nothing is overwritten: what was replaced or taken back has an end.
create table personal_limit (
  id uuid primary key,
  lifter_id uuid not null references person (id) on delete cascade,
  exercise varchar(60) not null,
  -- either a rule with its levels, or a metric with the most of it
  form_rule varchar(40),
  metric varchar(60),
  -- in the unit of the metric; null where the flag has no such level, all null where the rule is switched off
  notice double precision,
  caution double precision,
  stop double precision,
  most double precision,
  -- lifter, coach or therapist
  set_as varchar(20) not null,
  set_by uuid references person (id) on delete set null,
  set_at timestamp(6) with time zone not null,
  reason varchar(400),
  ended_at timestamp(6) with time zone,
  ended_by uuid references person (id) on delete set null
);

create index personal_limit_lifter on personal_limit (lifter_id, exercise);

-- Durations that repetitions are meant to have, seconds; null where a phase is free. Kept like limits.
create table tempo_target (
  id uuid primary key,
  lifter_id uuid not null references person (id) on delete cascade,
  exercise varchar(60) not null,
  eccentric_s double precision,
  bottom_s double precision,
  concentric_s double precision,
  top_s double precision,
  set_as varchar(20) not null,
  set_by uuid references person (id) on delete set null,
  set_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  ended_by uuid references person (id) on delete set null
);

create index tempo_target_lifter on tempo_target (lifter_id, exercise);

-- Repetitions that somebody approved: they make the lifter's baseline.
create table approved_repetition (
  set_id uuid not null references training_set (id) on delete cascade,
  -- a moment well inside the repetition, seconds on the set's clock: numbers change when the count is corrected
  moment_s double precision not null,
  approved_by uuid references person (id) on delete set null,
  approved_at timestamp(6) with time zone not null,
  primary key (set_id, moment_s)
);

-- What the lifter said of a set afterwards.
create table set_effort (
  set_id uuid primary key references training_set (id) on delete cascade,
  -- 1 to 10 in halves
  rpe double precision,
  repetitions_in_reserve integer,
  note varchar(1000),
  -- the load the set was begun with, where it was corrected; null where it was not said then
  load_corrected boolean not null,
  load_before_kg double precision,
  said_at timestamp(6) with time zone not null
);

-- Repetitions a lifter aims at in a set of an exercise: what lies beyond them speaks for a heavier load.
create table repetition_goal (
  lifter_id uuid not null references person (id) on delete cascade,
  exercise varchar(60) not null,
  repetitions integer not null,
  primary key (lifter_id, exercise)
);

-- What a lifter did besides lifting.
create table activity (
  id uuid primary key,
  lifter_id uuid not null references person (id) on delete cascade,
  -- walking, cycling, swimming, mobility, warm_up or other
  kind varchar(20) not null,
  done_on date not null,
  minutes integer not null,
  note varchar(400),
  entered_at timestamp(6) with time zone not null,
  -- hidden, and can be brought back for a while
  deleted_at timestamp(6) with time zone
);

create index activity_newest on activity (lifter_id, done_on desc);
