-- The course of what a hold is judged by. Null of what is no hold, and of holds analysed before it was kept.
alter table repetition add column hold_sag_curve bytea;
