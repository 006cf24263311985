-- A repetition whose angles are uncertain counts as not assessed. The summaries of sets that have one are written anew when the
-- server starts, and with them those of their sessions.
delete from set_summary where set_id in
  (select set_id from repetition where result like '%The sensors'' angles are uncertain.%');
