-- What is to be done in a flare-up is nobody's record: whoever writes it holds this row, also where there is no line yet.
insert into setting (name, content) values ('flare_up_lines', 'held while they are written');
