-- What the server worked on when it stopped: at the next start an upload is free to be sent again, the answer of anything else is lost.
alter table sent_request add column upload boolean default false not null;
alter table sent_request add column lost boolean default false not null;
