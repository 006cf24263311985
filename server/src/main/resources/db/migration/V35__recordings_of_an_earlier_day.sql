-- When an uploaded recording was brought: the set it became may have begun long before. Null of sets that were no file, and of those
-- brought before this column was there, which began as they were brought.
alter table training_set add column brought_at timestamp(6) with time zone;
