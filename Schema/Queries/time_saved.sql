-- question: How much time might Copilot have saved?
-- theme: Value
-- grain: one row per kind of work, then all of them
-- order: meetings, mail, documents, chat, all
-- needs: audit_interactions
-- source: estimates in minutes as in Microsoft365-Analytics-Insights and FastTrack; a model, no measurement, never money
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- parameter: minutes_per_meeting real = 5 | for a conversation in Teams [minutes]
-- parameter: minutes_per_mail_conversation real = 1 | for a conversation in Outlook [minutes]
-- parameter: minutes_per_document real = 3 | for one in Word, Excel, PowerPoint, OneNote, Loop, Whiteboard [minutes]
-- parameter: minutes_per_chat_interaction real = 0.5 | for an interaction in any other app [minutes]
-- parameter: low_ratio real = 0.5 | share of the high estimate that is the low one
-- column: category text | meetings, mail, documents, chat, all
-- column: unit text | conversation, interaction, mixed
-- column: unit_count int? | conversations or interactions; NULL: no day is covered
-- column: minutes_per_unit real? [minutes] | as given; NULL for all
-- column: hours_low real? [hours] | high estimate x low_ratio
-- column: hours_high real? [hours] | units x minutes / 60
-- column: assumption text | always: model estimate, not measured
-- column: minutes_per_meeting real [minutes] | as given
-- column: minutes_per_mail_conversation real [minutes] | as given
-- column: minutes_per_document real [minutes] | as given
-- column: minutes_per_chat_interaction real [minutes] | as given
-- column: low_ratio real | as given
with period as (
  select
    min(day_number) as first_number, max(day_number) as last_number,
    sum(is_covered) as covered_count
  from audit_calendar
  where day >= :from_day and day < :to_day
),
kinds as (
  select
    id as app_id,
    case
      when name = 'Teams' then 1
      when name = 'Outlook' then 2
      when name in ('Word', 'Excel', 'PowerPoint', 'OneNote', 'Loop', 'Whiteboard') then 3
      else 4
    end as place
  from apps
),
unknown_days as (
  select day_number
  from audit_calendar
  where day >= :from_day and day < :to_day and is_covered = 0
),
shared as (
  select k.place, count(distinct c.thread_id) as thread_count
  from covered_shared_conversations c
  join kinds k on k.app_id = c.app_id
  where c.day >= :from_day and c.day < :to_day and k.place < 4
  group by k.place
),
turns as (
  select
    a.day_number, a.app_id, sum(a.interaction_count) as turn_count,
    sum(a.conversation_count) as thread_count
  from adoption_activity a
  where a.day_number >= (select first_number from period)
    and a.day_number <= (select last_number from period)
    and a.day_number not in (select day_number from unknown_days)
  group by a.day_number, a.app_id
),
units as (
  select k.place, sum(case when k.place = 4 then t.turn_count else t.thread_count end) as unit_count
  from turns t
  join kinds k on k.app_id = t.app_id
  group by k.place
),
categories as (
  select 1 as place, 'meetings' as category, 'conversation' as unit, :minutes_per_meeting as minutes
  union all select 2, 'mail', 'conversation', :minutes_per_mail_conversation
  union all select 3, 'documents', 'conversation', :minutes_per_document
  union all select 4, 'chat', 'interaction', :minutes_per_chat_interaction
),
estimates as (
  select
    c.place, c.category, c.unit, c.minutes,
    case when p.covered_count > 0 then coalesce(u.unit_count, 0) + coalesce(s.thread_count, 0)
      end as unit_count,
    case when p.covered_count > 0
      then 1e0 * (coalesce(u.unit_count, 0) + coalesce(s.thread_count, 0)) * c.minutes / 60
    end as hours
  from categories c
  cross join period p
  left join units u on u.place = c.place
  left join shared s on s.place = c.place
),
results as (
  select place, category, unit, minutes, unit_count, hours from estimates
  union all
  select 5, 'all', 'mixed', null, sum(unit_count), sum(hours) from estimates
)
select
  r.category,
  r.unit,
  r.unit_count,
  r.minutes as minutes_per_unit,
  r.hours * :low_ratio as hours_low,
  r.hours as hours_high,
  'model estimate, not measured' as assumption,
  :minutes_per_meeting as minutes_per_meeting,
  :minutes_per_mail_conversation as minutes_per_mail_conversation,
  :minutes_per_document as minutes_per_document,
  :minutes_per_chat_interaction as minutes_per_chat_interaction,
  :low_ratio as low_ratio
from results r
order by r.place
