-- Sensors that were paired. Those of a simulated or replayed radio are kept apart from real ones.
create table known_sensor (
  -- bluetooth, simulated or replay
  radio varchar(20) not null,
  address varchar(60) not null,
  name varchar(248) not null,
  family varchar(40) not null,
  -- name of the placement in recordings; null until somebody has said
  placement varchar(40),
  -- whether it is to be connected
  wanted boolean not null,
  paired_at timestamp(6) with time zone not null,
  primary key (radio, address)
);
