-- Two sets of one session that were written at the same moment could leave the sums of the session twice. They are found again.
delete from session_summary;

insert into session_summary (session_id, lifter_id, exercise, load_kg, simulated, started_at, sets, repetitions, assessed, flagged,
  flexion_mean_deg, flexion_sets, twist_mean_deg, twist_sets)
select session_id, lifter_id, exercise, load_kg, simulated, max(started_at), count(*), sum(repetitions), sum(assessed), sum(flagged),
  avg(peak_flexion_median_deg), count(peak_flexion_median_deg), avg(twist_median_deg), count(twist_median_deg)
from set_summary where source <> 'replay'
group by session_id, lifter_id, exercise, load_kg, simulated;
