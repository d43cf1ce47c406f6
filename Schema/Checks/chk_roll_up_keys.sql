-- rule: The agents and conversations of roll-ups exist.
-- remedy: Rebuild what is derived: copilot-usage rebuild.
select distinct 'daily_activity agent ' || a.agent_id as object, 'no such agent' as detail
from daily_activity a
left join agents g on g.id = a.agent_id
where a.agent_id <> 0 and g.id is null
union all
select distinct 'shared_conversations agent ' || c.agent_id, 'no such agent'
from shared_conversations c
left join agents g on g.id = c.agent_id
where c.agent_id <> 0 and g.id is null
union all
select distinct 'shared_conversations conversation ' || c.thread_id, 'no such thread'
from shared_conversations c
left join threads t on t.id = c.thread_id
where t.id is null
