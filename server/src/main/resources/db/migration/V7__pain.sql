-- What a person says of their own body: check-ins, pain, symptom questions; and how they want to be spoken to in a set.
-- All of it goes with the person. Days are days of the server's time zone.

create table pain_entry (
  id uuid primary key,
  lifter_id uuid not null references person (id) on delete cascade,
  said_at timestamp(6) with time zone not null,
  on_day date not null,
  -- before, during, after, hours_24, hours_48, hours_72, other
  moment varchar(20) not null,
  -- numeric rating, 0 none to 10 the worst imaginable
  score smallint not null check (score between 0 and 10),
  -- region:side joined by commas, lower_back:left
  places varchar(1000) not null,
  -- words joined by commas: sore, sharp, spasm, stiff, radiating, numb
  qualities varchar(80) not null,
  -- sudden, gradual, unknown; null where not answered
  onset varchar(20),
  -- today, days, over_a_week, weeks, months; null where not answered
  duration varchar(20),
  -- a painkiller was taken before: the score may be lower than it would be without
  painkiller boolean not null,
  -- the set it is bound to
  set_id uuid references training_set (id) on delete set null,
  -- the day of training a later entry is about
  about_day date,
  worse_with varchar(400),
  eases_with varchar(400),
  note varchar(1000),
  -- taken back by the person; kept for a while so that it can be put back
  removed_at timestamp(6) with time zone
);

create index pain_entry_lifter on pain_entry (lifter_id, on_day);
create index pain_entry_set on pain_entry (set_id);

-- One a day, before training.
create table check_in (
  id uuid primary key,
  lifter_id uuid not null references person (id) on delete cascade,
  on_day date not null,
  -- 1 to 5, null where not answered: sleep 5 very good, stress and soreness 5 very much
  sleep smallint,
  stress smallint,
  soreness smallint,
  painkiller boolean not null,
  -- the pain of the same check-in
  pain_entry_id uuid references pain_entry (id) on delete set null,
  note varchar(1000),
  said_at timestamp(6) with time zone not null,
  unique (lifter_id, on_day)
);

create index check_in_pain on check_in (pain_entry_id);

create table symptom_check (
  id uuid primary key,
  lifter_id uuid not null references person (id) on delete cascade,
  said_at timestamp(6) with time zone not null,
  on_day date not null,
  -- why it was asked: start, stop, rise, weekly, own
  because varchar(20) not null,
  -- the set that was stopped
  set_id uuid references training_set (id) on delete set null,
  -- emergency, urgent, routine, nothing_ticked: as the questions of that version sort the answers
  tier varchar(20) not null,
  -- lifting, fall, slowly, nothing; null where not answered
  mechanism varchar(20),
  questions_version smallint not null
);

create index symptom_check_lifter on symptom_check (lifter_id, said_at desc);
create index symptom_check_set on symptom_check (set_id);

-- Every question that was answered: yes where ticked, no where "none of these" was ticked for its part.
create table symptom_answer (
  check_id uuid not null references symptom_check (id) on delete cascade,
  question varchar(40) not null,
  answer boolean not null,
  primary key (check_id, question)
);

-- Bounds of the traffic light, where a therapist chose other ones for a person.
create table pain_bounds (
  lifter_id uuid primary key references person (id) on delete cascade,
  green_most smallint not null,
  amber_most smallint not null,
  set_by uuid references person (id) on delete set null,
  set_at timestamp(6) with time zone not null
);

create index pain_bounds_set_by on pain_bounds (set_by);

-- How a person is spoken to while they lift.
create table cue_setting (
  person_id uuid primary key references person (id) on delete cascade,
  -- silent, bandwidth, fading
  cue_mode varchar(20) not null,
  tone boolean not null,
  vibration boolean not null,
  -- whether "end the set" is said aloud too
  end_cue boolean not null,
  silenced boolean not null,
  rest_s smallint not null
);
