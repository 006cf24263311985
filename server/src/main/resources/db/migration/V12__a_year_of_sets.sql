-- What a session came down to, a line for each exercise and load: a roster of two hundred lifters reads some ten thousand of these
-- and not a hundred thousand sets. Written anew from set_summary whenever a set of the session changes; replays are no training.
create table session_summary (
  session_id uuid not null references training_session (id) on delete cascade,
  lifter_id uuid not null,
  exercise varchar(60) not null,
  -- null where it is not known
  load_kg double precision,
  simulated boolean not null,
  -- begin of the last of these sets
  started_at timestamp(6) with time zone not null,
  sets integer not null,
  repetitions integer not null,
  assessed integer not null,
  flagged integer not null,
  -- means over the sets in which it was assessed, and how many those are
  flexion_mean_deg double precision,
  flexion_sets integer not null,
  twist_mean_deg double precision,
  twist_sets integer not null
);

create index session_summary_session on session_summary (session_id);
create index session_summary_newest on session_summary (lifter_id, started_at desc);
create index set_summary_session on set_summary (session_id);

insert into session_summary (session_id, lifter_id, exercise, load_kg, simulated, started_at, sets, repetitions, assessed, flagged,
  flexion_mean_deg, flexion_sets, twist_mean_deg, twist_sets)
select session_id, lifter_id, exercise, load_kg, simulated, max(started_at), count(*), sum(repetitions), sum(assessed), sum(flagged),
  avg(peak_flexion_median_deg), count(peak_flexion_median_deg), avg(twist_median_deg), count(twist_median_deg)
from set_summary where source <> 'replay'
group by session_id, lifter_id, exercise, load_kg, simulated;

-- lists of flags nobody has looked at find the flagged sets of a lifter in the index alone: rows of a year are written day by day, so that
-- those of one lifter lie all over the table, and to fetch each of them costs a page
create index set_summary_flagged on set_summary (lifter_id, started_at desc, flagged, source, exercise, load_kg, set_id);
drop index set_summary_newest;
