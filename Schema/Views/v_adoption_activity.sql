create view adoption_activity as
-- What counts as adoption: record type 261, one record per turn, by a person, a user action; days that no coverage vouches for included. Key: all columns that are no counts.
select
  a.day_number as day_number, -- UTC day [day number]
  a.user_id as user_id, -- who acted, as resolved
  a.app_id as app_id, -- product
  a.app_host_id as app_host_id, -- app host
  a.agent_id as agent_id, -- agents.id; 0 = no agent
  a.interaction_count as interaction_count, -- counted turns [interactions]
  a.prompt_count as prompt_count, -- [messages]
  a.response_count as response_count, -- [messages]
  a.conversation_count as conversation_count, -- conversations that are in this row alone; shared_conversations has the others [conversations]
  a.no_prompt_conversation_count as no_prompt_conversation_count, -- of these, without a prompt [conversations]
  a.single_prompt_conversation_count as single_prompt_conversation_count, -- of these, with one prompt [conversations]
  a.longest_conversation_prompt_count as longest_conversation_prompt_count -- most prompts of one of these [messages]
from daily_activity a
where a.activity_set_id = 15
