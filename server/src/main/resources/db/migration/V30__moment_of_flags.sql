-- When what a flag speaks of happened. time_s stays where the flag is found again: an end of its repetition. Null of what was noted
-- before the two were told apart.
alter table form_flag add column moment_s double precision;

-- A side plank is judged by its sag, which one sensor sees too: the server sums those sets up again as it starts.
delete from set_summary where exercise = 'side_plank';
