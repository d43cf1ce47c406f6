-- rule: The agents and conversations of roll-ups exist.
-- remedy: Rebuild what is derived: copilot-usage rebuild.
select distinct 'daily_activity agent ' || a.agent_id as object, 'no such agent' as detail
from daily_activity a
left join agents g on g.id = a.agent_id
where a.agent_id <> 0 and g.id is null
union all
select distinct 'daily_conversations conversation ' || c.conversation_key, 'no such thread'
from daily_conversations c
left join threads t on t.id = c.conversation_key
where c.conversation_key > 0 and t.id is null
union all
select distinct 'daily_conversations conversation ' || c.conversation_key, 'no such interaction'
from daily_conversations c
left join interactions i on i.id = -c.conversation_key
where c.conversation_key <= 0 and i.id is null
