create view holder_spans as
-- Who held at least one Copilot licence when; the spans of a person do not overlap. Key: (user_id, valid_from). A day belongs to a span when valid_from <= day < valid_to.
select
  h.user_id as user_id, -- the holder
  h.valid_from as valid_from, -- first day; 0 = before anything that is known [day number]
  h.valid_to as valid_to -- first day no longer so; 1000000 = still so [day number]
from (
  select
    s.user_id, s.valid_to,
    case
      when s.reached > s.valid_from then s.reached else s.valid_from
    end as valid_from
  from (
    select m.*, lag(m.last_to) over (partition by m.user_id order by m.valid_from, m.valid_to, m.license_id) as reached
    from (
      select
        l.user_id, l.license_id, l.valid_from, l.valid_to,
        max(l.valid_to) over (
          partition by l.user_id order by l.valid_from, l.valid_to, l.license_id rows unbounded preceding
        ) as last_to
      from license_spans l
    ) m
  ) s
) h
where h.valid_from < h.valid_to
