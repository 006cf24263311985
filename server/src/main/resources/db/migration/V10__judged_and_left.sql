-- A repetition counts as assessed only where its form was judged. The summaries are written anew when the server starts.
delete from set_summary;
