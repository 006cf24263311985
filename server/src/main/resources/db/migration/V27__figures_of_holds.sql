-- What each repetition is known by where that is not the peak of flexion: seconds of a hold, degrees of an extension. Null elsewhere.
alter table set_summary add column figures text;

-- Those of before have none: the server sums them up again as it starts.
delete from set_summary
where exercise in ('bird_dog', 'side_plank', 'prone_press_up', 'glute_bridge', 'overhead_press', 'pelvic_tilt');
