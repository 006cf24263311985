-- What a person said about the count of a set afterwards. The samples stay as they are; the set is analysed again with it.
create table correction (
  id uuid primary key,
  set_id uuid not null references training_set (id) on delete cascade,
  -- not_repetition or repetition
  kind varchar(20) not null,
  -- the movement meant, as it was found when it was corrected: its middle is what the analysis is told
  start_s double precision not null,
  end_s double precision not null,
  lifter_id uuid not null references lifter (id),
  made_at timestamp(6) with time zone not null
);

create index correction_set on correction (set_id);
