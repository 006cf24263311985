-- What somebody was asked before a set, and began the set all the same: their choice, kept with the words they saw.
create table begun_anyway (
  id uuid primary key,
  lifter_id uuid not null references person (id) on delete cascade,
  chosen_at timestamp(6) with time zone not null,
  -- the day, in the server's time zone
  on_day date not null,
  -- told: they were told to lift no further that day; above_cap: the load is above the plan's
  question varchar(20) not null,
  sentence varchar(400) not null,
  exercise varchar(60) not null,
  -- nobody lifted it
  simulated boolean not null,
  load_kg double precision,
  cap_kg double precision
);

create index begun_anyway_lifter on begun_anyway (lifter_id, on_day);
