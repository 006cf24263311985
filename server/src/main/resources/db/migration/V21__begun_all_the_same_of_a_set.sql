-- The set that was begun all the same, so that its page can say so; null for what was kept before this column was there.
alter table begun_anyway add column set_id uuid references training_set (id) on delete set null;

create index begun_anyway_set on begun_anyway (set_id);
