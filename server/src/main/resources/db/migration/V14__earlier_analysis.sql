-- What was found in a set before it was analysed again: by other software, or with other rules. It goes with its set.
create table earlier_analysis (
  id uuid primary key,
  set_id uuid not null references training_set (id) on delete cascade,
  -- null where not known
  analysed_at timestamp(6) with time zone,
  replaced_at timestamp(6) with time zone not null,
  software varchar(60) not null,
  algorithm varchar(60) not null,
  repetitions integer not null,
  -- repetitions with a flag of level 2 or 3
  flagged integer not null,
  -- the analysis result as JSON
  analysis text not null
);

create index earlier_analysis_set on earlier_analysis (set_id, replaced_at desc);

-- when the result that stands was found; null: at the end of the set
alter table training_set add column analysed_at timestamp(6) with time zone;
