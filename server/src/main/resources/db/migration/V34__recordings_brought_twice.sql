-- What tells an uploaded recording from every other, SHA-256 of the file: one that is brought twice is named as such. Null of what was
-- uploaded before this column was there, and of sets that were no file.
alter table training_set add column recording_hash varchar(64);
