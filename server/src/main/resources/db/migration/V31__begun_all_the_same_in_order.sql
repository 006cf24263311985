-- Which of the things that were asked before a set stood first: the weightiest does. 0 of what was kept before this column was there.
alter table begun_anyway add column place integer default 0 not null;
