create view covered_activity as
-- Adoption on days whose audit data are known: what questions count. Key: day_number, user_id, app_id, app_host_id, agent_id.
select
  c.day as day, -- UTC day [YYYY-MM-DD]
  c.day_number as day_number, -- UTC day [day number]
  c.day_number - c.weekday + 1 as week_number, -- Monday of the week [day number]
  a.user_id as user_id, -- who acted, as resolved
  a.app_id as app_id, -- product
  a.app_host_id as app_host_id, -- app host
  a.agent_id as agent_id, -- agents.id; 0 = no agent
  a.interaction_count as interaction_count, -- counted turns [interactions]
  a.prompt_count as prompt_count, -- [messages]
  a.response_count as response_count, -- [messages]
  a.conversation_count as conversation_count -- conversations that are in this row alone; covered_shared_conversations has the others [conversations]
from audit_calendar c
join adoption_activity a on a.day_number = c.day_number
where c.is_covered = 1
