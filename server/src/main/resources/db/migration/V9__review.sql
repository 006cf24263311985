-- What people said about repetitions afterwards. Both are tied to a moment of the set and not to a number: numbers move when
-- the count is corrected and the set is analysed again.

create table repetition_comment (
  id uuid primary key,
  set_id uuid not null references training_set (id) on delete cascade,
  -- a moment well inside the repetition, seconds on the set's clock
  moment_s double precision not null,
  author_id uuid not null references person (id) on delete cascade,
  content varchar(2000) not null,
  written_at timestamp(6) with time zone not null,
  edited_at timestamp(6) with time zone,
  -- a deleted comment can be brought back for a while
  deleted_at timestamp(6) with time zone
);

create index repetition_comment_set on repetition_comment (set_id);
create index repetition_comment_author on repetition_comment (author_id);

-- A person's judgement of a flag, with the flag as it was: these labels measure the rules.
create table flag_review (
  id uuid primary key,
  set_id uuid not null references training_set (id) on delete cascade,
  reviewer_id uuid not null references person (id) on delete cascade,
  repetition_number integer not null,
  flag varchar(40) not null,
  flag_level smallint not null,
  metric varchar(60) not null,
  measured double precision not null,
  limit_value double precision not null,
  unit varchar(10) not null,
  time_s double precision not null,
  -- confirmed or dismissed
  verdict varchar(20) not null,
  reason varchar(40) not null,
  note varchar(400),
  reviewed_at timestamp(6) with time zone not null
);

create index flag_review_set on flag_review (set_id);
create index flag_review_reviewer on flag_review (reviewer_id);

-- what went wrong with the sensors, for lists; null where nothing did
alter table set_summary add column sensor_trouble varchar(20);

-- the queue goes through the newest sets first, whoever lifted them
create index set_summary_started on set_summary (started_at desc);
