-- When the lifter has seen what somebody else did to a limit of theirs; null until then.
alter table personal_limit add column seen_at timestamp(6) with time zone;

-- what was changed before this was kept is not new
update personal_limit set seen_at = coalesce(ended_at, set_at);

-- Requests of programs that brought a key, for a day: the same request sent again changes nothing more. No answer is kept, only
-- where it led: what it says of a person stands in their record alone.
create table sent_request (
  person_id uuid not null references person (id) on delete cascade,
  -- SHA-256 of the key
  key_hash varchar(64) not null,
  -- SHA-256 of the address and the body, without that of an upload
  request_hash varchar(64) not null,
  sent_at timestamp(6) with time zone not null,
  -- both null while there is no answer yet
  status integer,
  location varchar(2000),
  primary key (person_id, key_hash)
);

create index sent_request_sent_at on sent_request (sent_at);
