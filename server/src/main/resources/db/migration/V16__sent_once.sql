-- What is one by its nature is one in the database; what is not is told from its repetition by the form it was sent with.

-- the criterion while the signature stands, null once it is withdrawn: at most one stands
alter table criterion_signature add column standing_of uuid;

-- of several that stood, made by the same tap, the first goes on
update criterion_signature set withdrawn_by = signed_by, withdrawn_at = signed_at
  where withdrawn_at is null and exists (
    select 1 from criterion_signature o where o.criterion_id = criterion_signature.criterion_id and o.withdrawn_at is null
      and (o.signed_at < criterion_signature.signed_at
        or (o.signed_at = criterion_signature.signed_at and o.id < criterion_signature.id)));

update criterion_signature set standing_of = criterion_id where withdrawn_at is null;

alter table criterion_signature add constraint criterion_signature_stands unique (standing_of);

-- Forms that somebody has sent, for some minutes: the same form sent again gets the answer of the first time.
create table sent_form (
  person_id uuid not null references person (id) on delete cascade,
  -- SHA-256 of the address and everything in the form, with the mark of the page it stood on
  content_hash varchar(64) not null,
  sent_at timestamp(6) with time zone not null,
  -- the page that answered, or null while there is no answer yet
  answered_with varchar(2000),
  primary key (person_id, content_hash)
);
