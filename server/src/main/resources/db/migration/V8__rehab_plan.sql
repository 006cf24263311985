-- What a therapist plans with a person. Loads are kilograms, angles degrees, durations seconds.
-- All of it belongs to the person and goes with them. Of a therapist who leaves, what was planned and signed stays without
-- the name; private notes go with their author.

-- One row a version: a change writes a new one, so that what was prescribed on any day can be told.
create table prescription (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  therapist_id uuid references person (id) on delete set null,
  -- the prescription through all its versions
  series_id uuid not null,
  version integer not null,
  exercise varchar(60) not null,
  sets integer not null,
  -- one of the two: repetitions, or holds of so long
  repetitions integer not null,
  hold_s double precision,
  load_cap_kg double precision,
  tempo_down_s double precision,
  tempo_pause_s double precision,
  tempo_up_s double precision,
  times_a_week_least integer not null,
  times_a_week_most integer not null,
  equipment varchar(200),
  note varchar(1000),
  -- supervised or independent
  phase varchar(20) not null,
  -- who signed that the person may go on alone, and when
  phase_signed_by uuid references person (id) on delete set null,
  phase_signed_at timestamp(6) with time zone,
  starts_on date not null,
  -- last day, or null while it goes on
  ends_on date,
  written_at timestamp(6) with time zone not null,
  -- why this version took the place of the one before; null of the first
  change_reason varchar(400),
  unique (series_id, version)
);

create index prescription_person on prescription (person_id, series_id, version);

create table prescription_limit (
  prescription_id uuid not null references prescription (id) on delete cascade,
  -- name of the metric in results
  metric varchar(60) not null,
  most double precision not null,
  primary key (prescription_id, metric)
);

-- A step up that somebody asked for. The therapist approves or declines it; nothing changes by itself.
create table progression (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  series_id uuid not null,
  -- the version it was asked of
  version integer not null,
  asked_by uuid references person (id) on delete set null,
  asked_at timestamp(6) with time zone not null,
  sets integer not null,
  repetitions integer not null,
  hold_s double precision,
  load_cap_kg double precision,
  wish varchar(400),
  -- open, approved or declined
  state varchar(20) not null,
  decided_by uuid references person (id) on delete set null,
  decided_at timestamp(6) with time zone,
  decision_reason varchar(400)
);

create index progression_person on progression (person_id, state);

create table restriction (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  therapist_id uuid references person (id) on delete set null,
  what varchar(200) not null,
  reason varchar(400) not null,
  -- an exercise it speaks of, or null
  exercise varchar(60),
  starts_on date not null,
  review_on date not null,
  -- whether it ends by itself on the day of review, or stays until somebody has reviewed it
  expires boolean not null,
  written_at timestamp(6) with time zone not null,
  lifted_at timestamp(6) with time zone
);

create index restriction_person on restriction (person_id);

-- Every review of a restriction: kept to another day, or lifted.
create table restriction_review (
  id uuid primary key,
  restriction_id uuid not null references restriction (id) on delete cascade,
  reviewed_by uuid references person (id) on delete set null,
  reviewed_at timestamp(6) with time zone not null,
  lifted boolean not null,
  next_review_on date,
  note varchar(400)
);

create index restriction_review_of on restriction_review (restriction_id);

-- The lines that a therapist of this server starts from in a flare-up. Empty: those of the message file.
create table flare_up_line (
  line_number integer primary key,
  what varchar(200) not null,
  reason varchar(400) not null
);

create table range_of_motion_test (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  recorded_by uuid references person (id) on delete set null,
  -- null once the set was removed: what was read of it stays
  set_id uuid references training_set (id) on delete set null,
  taken_at timestamp(6) with time zone not null,
  simulated boolean not null,
  -- where the sensors sat, for only like can be compared with like
  placement varchar(200) not null,
  algorithm varchar(60) not null,
  note varchar(400)
);

create index range_of_motion_person on range_of_motion_test (person_id, taken_at);

create table range_of_motion_value (
  test_id uuid not null references range_of_motion_test (id) on delete cascade,
  metric varchar(60) not null,
  bends integer not null,
  -- median of the bends, or null where not assessed
  median_deg double precision,
  least_deg double precision,
  most_deg double precision,
  detectable_deg double precision,
  -- why not assessed, or null
  not_assessed varchar(40),
  primary key (test_id, metric)
);

create table return_criterion (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  therapist_id uuid references person (id) on delete set null,
  criterion varchar(400) not null,
  written_at timestamp(6) with time zone not null,
  -- taken off the list; what was signed stays readable
  removed_at timestamp(6) with time zone
);

create index return_criterion_person on return_criterion (person_id);

create table criterion_evidence (
  id uuid primary key,
  criterion_id uuid not null references return_criterion (id) on delete cascade,
  -- set, range_of_motion, pain or note
  kind varchar(20) not null,
  -- the set or test it points at, if any
  subject_id uuid,
  note varchar(400),
  added_by uuid references person (id) on delete set null,
  added_at timestamp(6) with time zone not null
);

create index criterion_evidence_of on criterion_evidence (criterion_id);

create table criterion_signature (
  id uuid primary key,
  criterion_id uuid not null references return_criterion (id) on delete cascade,
  signed_by uuid references person (id) on delete set null,
  signed_at timestamp(6) with time zone not null,
  note varchar(400),
  withdrawn_by uuid references person (id) on delete set null,
  withdrawn_at timestamp(6) with time zone,
  withdrawn_reason varchar(400)
);

create index criterion_signature_of on criterion_signature (criterion_id);

-- Who said that the person may take part in what, and until when.
create table clearance (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  recorded_by uuid references person (id) on delete set null,
  given_by varchar(200) not null,
  given_on date not null,
  scope varchar(400) not null,
  expires_on date,
  recorded_at timestamp(6) with time zone not null,
  withdrawn_at timestamp(6) with time zone,
  withdrawn_reason varchar(400)
);

create index clearance_person on clearance (person_id);

-- What brought the person, in the words of the therapist who typed it. The newest row holds.
create table patient_statement (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  therapist_id uuid references person (id) on delete set null,
  content varchar(2000) not null,
  written_at timestamp(6) with time zone not null
);

create index patient_statement_person on patient_statement (person_id, written_at);

-- A therapist's own notes. Nobody else reads them, and they are no part of the record that the person shares.
create table therapist_note (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  author_id uuid not null references person (id) on delete cascade,
  content varchar(4000) not null,
  written_at timestamp(6) with time zone not null
);

create index therapist_note_of on therapist_note (person_id, author_id);

-- Limits and tempo targets of training that were set from a prescription, and end with it.
create table told_form (
  -- identity in personal_limit or tempo_target
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  exercise varchar(60) not null
);

create index told_form_person on told_form (person_id, exercise);
