-- rule: An uncounted record belongs to a counted one of the same person and conversation.
-- remedy: Rebuild what is derived: copilot-usage rebuild.
select
  'interaction ' || i.id as object,
  case
    when t.id is null then 'its turn does not exist'
    when t.is_counted = 0 then 'its turn is not counted itself'
    when t.user_id <> i.user_id then 'its turn is of another person'
    else 'its turn is of another conversation'
  end as detail
from interactions i
left join interactions t on t.id = i.turn_id
where (i.is_counted = 0 or i.turn_id is not null)
  and (t.id is null or t.is_counted = 0 or t.user_id <> i.user_id
    or t.conversation_id is null or t.conversation_id is not i.conversation_id)
