-- Plain SQL that H2 (PostgreSQL mode) and PostgreSQL both take.
-- No check (x in (...)): H2 ties such a list to the connection that made it and fails once that one is closed.
-- Loads are kilograms, angles degrees, times within a set seconds on the set's clock.

create table setting (
  name varchar(60) primary key,
  content varchar(400) not null
);

create table lifter (
  id uuid primary key,
  name varchar(200) not null,
  load_unit varchar(2) not null,
  demo boolean not null,
  created_at timestamp(6) with time zone not null
);

create table training_session (
  id uuid primary key,
  lifter_id uuid not null references lifter (id),
  started_at timestamp(6) with time zone not null
);

create table training_set (
  id uuid primary key,
  session_id uuid not null references training_session (id),
  lifter_id uuid not null references lifter (id),
  exercise varchar(60) not null,
  title varchar(400),
  source varchar(20) not null,
  demo boolean not null,
  simulated boolean not null,
  state varchar(20) not null,
  started_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  load_kg double precision,
  -- header of the recording as JSON: sensors, and for an upload its marks and other keys
  recording_header text not null,
  -- samples the monitor had seen when the lifter said that the set begins; null where never said
  begun_after_samples bigint,
  -- analysis result as JSON, once the set is over
  analysis text
);

create index training_set_newest on training_set (started_at desc);
create index training_set_session on training_set (session_id);

create table repetition (
  set_id uuid not null references training_set (id) on delete cascade,
  repetition_number integer not null,
  completed_at timestamp(6) with time zone not null,
  -- null where not assessed
  peak_flexion_deg double precision,
  -- repetition of the analysis result as JSON
  result text not null,
  -- 101 float32 little-endian each, NaN where not assessed
  lumbar_flexion_curve bytea not null,
  trunk_inclination_curve bytea not null,
  primary key (set_id, repetition_number)
);

create table form_flag (
  set_id uuid not null references training_set (id) on delete cascade,
  flag_number integer not null,
  repetition_number integer not null,
  flag varchar(40) not null,
  flag_level smallint not null check (flag_level between 1 and 3),
  metric varchar(60) not null,
  measured double precision not null,
  limit_value double precision not null,
  unit varchar(10) not null,
  time_s double precision not null,
  confidence varchar(10) not null,
  minimal_detectable_change double precision not null,
  primary key (set_id, flag_number)
);

create table set_message (
  set_id uuid not null references training_set (id) on delete cascade,
  message_number integer not null,
  time_s double precision not null,
  message text not null,
  primary key (set_id, message_number)
);

-- format of payload: docs/reference/sample-chunks.md
create table sample_chunk (
  set_id uuid not null references training_set (id) on delete cascade,
  chunk_number integer not null,
  sample_count integer not null,
  payload bytea not null,
  primary key (set_id, chunk_number)
);
