create view covered_conversations as
-- Conversations of adoption on days whose audit data are known. Key: day_number, user_id, app_id, conversation_key.
select
  c.day as day, -- UTC day [YYYY-MM-DD]
  c.day_number as day_number, -- UTC day [day number]
  a.user_id as user_id, -- who took part
  a.app_id as app_id, -- product
  a.conversation_key as conversation_key, -- threads.id; negative: an interaction without thread
  a.interaction_count as interaction_count, -- counted turns [interactions]
  a.prompt_count as prompt_count -- [messages]
from audit_calendar c
join daily_conversations a on a.day_number = c.day_number
where c.is_covered = 1
