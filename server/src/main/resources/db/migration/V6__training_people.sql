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

