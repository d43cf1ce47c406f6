create view agent_activity as
-- Turns with an agent: record type 261, one record per turn, all users and app hosts; days that no coverage vouches for included. No key: several rows may share agent, day and user.
select
  g.agent_key as agent_key, -- the agent
  a.day_number as day_number, -- UTC day [day number]
  c.is_covered as is_covered, -- 1: the audit data of the day are known
  a.user_id as user_id, -- who acted, as resolved
  s.is_by_person as is_by_person, -- 1: by a human being
  case
    when h.folded_name = 'copilot studio' then 'test'
    when s.is_by_person = 0 or h.folded_name in ('autonomous', 'logic app') then 'alone'
    else 'use'
  end as way, -- test: maker test pane, alone: run without a user, use: people
  a.interaction_count as interaction_count, -- counted turns [interactions]
  a.prompt_count as prompt_count, -- [messages]
  a.conversation_count as conversation_count -- conversations of use that are in this row alone [conversations]
from daily_activity a
join activity_sets s on s.id = a.activity_set_id
join app_hosts h on h.id = a.app_host_id
join agents g on g.id = a.agent_id
join audit_calendar c on c.day_number = a.day_number
where a.agent_id > 0 and s.is_counted = 1 and s.is_copilot_interaction = 1
