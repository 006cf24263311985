-- Whose sensor it is; null for a sensor of the house, which anybody here may wear.
alter table known_sensor add column person_id uuid references person (id) on delete cascade;
create index known_sensor_person on known_sensor (person_id);
