-- People with accounts, what they share with whom, and who has read what.
alter table lifter rename to person;
alter table person rename column demo to sample;

-- null until the person has made an account; always lower case
alter table person add column email varchar(254);
alter table person add column password_hash varchar(200);
-- words joined by commas: lifter, coach, therapist, administrator
alter table person add column roles varchar(80) default 'lifter' not null;
alter table person add column disabled_at timestamp(6) with time zone;
-- who consented for a person under the age of their own account; null where not needed
alter table person add column guardian_name varchar(200);

create unique index person_email on person (email);

-- A link that is used once: to make an account, or to choose a new password. Only its hash is kept.
create table one_time_link (
  token_hash varchar(64) primary key,
  -- administrator, invitation or reset
  purpose varchar(20) not null,
  -- whose password it resets; null for the others
  person_id uuid references person (id) on delete cascade,
  -- roles of the account to be made, as in person
  roles varchar(80) not null,
  -- who made it; null for the first start
  made_by uuid references person (id) on delete cascade,
  made_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  used_at timestamp(6) with time zone
);

-- Consent of a person that another one reads a kind of their record; a row stays when it is revoked.
create table record_share (
  id uuid primary key,
  owner_id uuid not null references person (id) on delete cascade,
  viewer_id uuid not null references person (id) on delete cascade,
  -- form, pain or rehab
  kind varchar(10) not null,
  granted_at timestamp(6) with time zone not null,
  revoked_at timestamp(6) with time zone
);

create index record_share_owner on record_share (owner_id, viewer_id, kind);
create index record_share_viewer on record_share (viewer_id, kind);

-- Every read of a record by somebody else. Written, never changed.
create table record_read (
  id bigint generated always as identity primary key,
  owner_id uuid not null references person (id) on delete cascade,
  -- null once the reader's own account was erased
  reader_id uuid references person (id) on delete set null,
  what varchar(40) not null,
  read_at timestamp(6) with time zone not null
);

create index record_read_owner on record_read (owner_id, read_at desc);
create index record_read_reader on record_read (reader_id);

-- A key with which a program speaks for a person. Only its hash is kept.
create table api_token (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  name varchar(100) not null,
  token_hash varchar(64) not null unique,
  -- words joined by commas
  scopes varchar(200) not null,
  created_at timestamp(6) with time zone not null,
  last_used_at timestamp(6) with time zone
);

create index api_token_person on api_token (person_id);
create index training_set_lifter on training_set (lifter_id, started_at desc);
create index training_session_lifter on training_session (lifter_id);
create index correction_lifter on correction (lifter_id);
