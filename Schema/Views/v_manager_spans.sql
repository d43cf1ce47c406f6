create view manager_spans as
-- Who was above whom when, without open ends. Key: (manager_user_id, user_id, valid_from). A day belongs to a span when valid_from <= day < valid_to.
select
  t.manager_user_id as manager_user_id, -- the one above
  t.user_id as user_id, -- the one below
  coalesce(t.valid_from, 0) as valid_from, -- first day; 0 = before anything that is known [day number]
  coalesce(t.valid_to, 1000000) as valid_to, -- first day no longer so; 1000000 = still so [day number]
  t.depth as depth -- 1 = direct manager [links]
from manager_tree t
