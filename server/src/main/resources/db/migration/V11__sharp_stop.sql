-- A set that a person stopped for sharp pain, kept as they say so: before any question is answered, and without a score.
create table sharp_stop (
  id uuid primary key,
  lifter_id uuid not null references person (id) on delete cascade,
  stopped_at timestamp(6) with time zone not null,
  -- the day, in the server's time zone
  on_day date not null,
  set_id uuid references training_set (id) on delete set null
);

create index sharp_stop_lifter on sharp_stop (lifter_id, stopped_at desc);
create index sharp_stop_set on sharp_stop (set_id);
