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
  a.response_count as response_count -- [messages]
from daily_activity a
where a.activity_set_id = 15
