-- The last good calibration of a lifter's sensors, to be offered for the next set with the sensors left as they are.
create table kept_calibration (
  lifter_id uuid not null references lifter (id) on delete cascade,
  -- addresses of the sensors, in the order of the stream
  sensors varchar(400) not null,
  kept_at timestamp(6) with time zone not null,
  -- StoredCalibration.toNumbers as JSON, as old as it was when it was kept
  numbers text not null,
  primary key (lifter_id, sensors)
);

-- what the set was given before its first sample: without it the stored samples would not give the same result again
alter table training_set add column known_calibration text;
