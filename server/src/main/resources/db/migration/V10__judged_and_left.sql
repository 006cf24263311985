-- A repetition counts as assessed only where its form was judged. The summaries are written anew when the server starts.
delete from set_summary;

-- What a person said of another one's sets stays when they leave, without their name: the count was corrected by it, and
-- labels measure the rules. null once the person was erased.
alter table correction alter column lifter_id drop not null;
alter table repetition_comment alter column author_id drop not null;
alter table flag_review alter column reviewer_id drop not null;
