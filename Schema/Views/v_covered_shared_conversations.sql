create view covered_shared_conversations as
-- Conversations that are in several rows of covered_activity, by row; the others are counted there. Conversations of any grouping = sum of conversation_count + distinct thread_id. Key: all columns but prompt_count.
select
  c.day as day, -- UTC day [YYYY-MM-DD]
  c.day_number as day_number, -- UTC day [day number]
  a.user_id as user_id, -- who took part
  a.app_id as app_id, -- product
  a.app_host_id as app_host_id, -- app host
  a.agent_id as agent_id, -- agents.id; 0 = no agent
  a.thread_id as thread_id, -- threads.id
  a.prompt_count as prompt_count -- [messages]
from audit_calendar c
join shared_conversations a on a.day_number = c.day_number
where c.is_covered = 1
