-- Whether a version was written to end the prescription: on its last planned day nothing else tells it from a correction.
alter table prescription add column ended boolean default false not null;
