-- What was said of a set, as somebody else than its lifter reads it; null where that is the same.
alter table set_message add column message_theirs text;

-- Sets that go with the rehab part of the record and not with form: a range of motion was read of them.
create table rehab_set (
  set_id uuid primary key references training_set (id) on delete cascade
);

insert into rehab_set (set_id)
select distinct set_id from range_of_motion_test where set_id is not null;

-- they are no training: the sums of their sessions are found again
delete from session_summary where session_id in
  (select s.session_id from training_set s join rehab_set r on r.set_id = s.id);

insert into session_summary (session_id, lifter_id, exercise, load_kg, simulated, started_at, sets, repetitions, assessed, flagged,
  flexion_mean_deg, flexion_sets, twist_mean_deg, twist_sets)
select m.session_id, m.lifter_id, m.exercise, m.load_kg, m.simulated, max(m.started_at), count(*), sum(m.repetitions), sum(m.assessed),
  sum(m.flagged), avg(m.peak_flexion_median_deg), count(m.peak_flexion_median_deg), avg(m.twist_median_deg), count(m.twist_median_deg)
from set_summary m where m.source <> 'replay'
  and m.session_id in (select s.session_id from training_set s join rehab_set r on r.set_id = s.id)
  and not exists (select 1 from rehab_set r where r.set_id = m.set_id)
group by m.session_id, m.lifter_id, m.exercise, m.load_kg, m.simulated;

-- The form change of a repetition meant something else before line-8: of those sets it is not assessed until they are analysed again.
update set_summary set form_drift_index = null
where form_drift_index is not null
  and not exists (select 1 from training_set s where s.id = set_summary.set_id and s.analysis like '%"algorithm":"line-8"%');
