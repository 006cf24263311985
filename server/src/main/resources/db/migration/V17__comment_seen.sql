-- When the lifter has seen what somebody else wrote on a repetition of theirs; null until then.
alter table repetition_comment add column seen_at timestamp(6) with time zone;

-- what was written before this was kept is not new
update repetition_comment set seen_at = written_at;
