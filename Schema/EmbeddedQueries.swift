// Written by embed-queries.sh from the files in Queries; a test compares the two. Not to be edited.

extension UsageSchema {
    /// The named questions.
    public static let queries: [SchemaFile] = [
        SchemaFile(
            "active_day_segments",
            #"""
            -- question: How many people use Copilot daily, often, sometimes or rarely?
            -- theme: Habits
            -- grain: one row per calendar month with a day in the window and segment; only days in the window count
            -- order: month, then infrequent, moderate, frequent, daily
            -- needs: audit_interactions; optional license_lists
            -- source: active days of a person in the month, as in the AI-in-One dashboard
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- parameter: moderate_days int = 6 | active days from which a person is moderate [days]
            -- parameter: frequent_days int = 11 | active days from which a person is frequent [days]
            -- parameter: daily_days int = 20 | active days from which a person is daily [days]
            -- column: month month | the month
            -- column: segment text | infrequent, moderate, frequent or daily
            -- column: is_complete flag | 1: the whole month lies in the window and is covered
            -- column: user_count int? [people] | active people; NULL if no day is covered
            -- column: licensed_user_count int? [people] | of these, licensed on the row's last day
            -- column: user_ratio real? | people / active people of the month; NULL without any
            -- column: interaction_count int? [interactions] | counted turns
            -- column: moderate_days int [days] | as given
            -- column: frequent_days int [days] | as given
            -- column: daily_days int [days] | as given
            with window_days as (
              select
                day_number, month, is_covered, max(day_number) over (partition by month) as last_number
              from audit_calendar
              where day >= :from_day and day < :to_day
            ),
            window_months as (
              select month, last_number, sum(is_covered) as covered_count
              from window_days
              group by month, last_number
            ),
            calendar_months as (select month, count(*) as day_count from days group by month),
            person_days as (
              select a.day_number, a.user_id, sum(a.interaction_count) as interaction_count
              from covered_activity a
              where a.day_number >= (select min(day_number) from window_days)
                and a.day_number <= (select max(day_number) from window_days)
              group by a.day_number, a.user_id
            ),
            sightings as (
              select w.last_number, p.user_id, 1 as day_count, p.interaction_count, 0 as is_licensed
              from person_days p
              join window_days w on w.day_number = p.day_number
              union all
              select m.last_number, l.user_id, 0, 0, 1
              from window_months m
              join license_spans l on l.valid_from <= m.last_number and l.valid_to > m.last_number
            ),
            person_months as (
              select
                last_number, user_id, sum(day_count) as day_count,
                sum(interaction_count) as interaction_count, max(is_licensed) as is_licensed
              from sightings
              group by last_number, user_id
            ),
            placed as (
              select
                p.*,
                case when day_count >= :daily_days then 4 when day_count >= :frequent_days then 3
                  when day_count >= :moderate_days then 2 else 1 end as place
              from person_months p
              where day_count > 0
            ),
            totals as (
              select
                last_number, place, count(*) as user_count, sum(is_licensed) as licensed_count,
                sum(interaction_count) as interaction_count
              from placed
              group by last_number, place
            ),
            month_totals as (
              select last_number, sum(user_count) as user_count from totals group by last_number
            ),
            segments as (
              select 1 as place, 'infrequent' as segment
              union all select 2, 'moderate'
              union all select 3, 'frequent'
              union all select 4, 'daily'
            )
            select
              m.month,
              s.segment,
              case when m.covered_count = c.day_count then 1 else 0 end as is_complete,
              case when m.covered_count > 0 then coalesce(t.user_count, 0) end as user_count,
              case when m.covered_count > 0 and f.license_day is not null then coalesce(t.licensed_count, 0) end
                as licensed_user_count,
              1e0 * coalesce(t.user_count, 0) / nullif(e.user_count, 0) as user_ratio,
              case when m.covered_count > 0 then coalesce(t.interaction_count, 0) end as interaction_count,
              :moderate_days as moderate_days,
              :frequent_days as frequent_days,
              :daily_days as daily_days
            from window_months m
            join calendar_months c on c.month = m.month
            cross join segments s
            cross join first_lists f
            left join totals t on t.last_number = m.last_number and t.place = s.place
            left join month_totals e on e.last_number = m.last_number
            order by m.month, s.place

            """#
        ),
        SchemaFile(
            "active_users_by_app",
            #"""
            -- question: In which apps is Copilot used?
            -- theme: Activity
            -- grain: one row per app that was used
            -- order: active_user_count descending, interaction_count descending, app
            -- needs: audit_interactions; optional license_lists
            -- source: apps as products: app host, contexts and agent of a record decide
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- column: app text | product, e.g. Word, Teams, Copilot Chat; (none) without an app host
            -- column: active_user_count int [people] | people with at least one interaction in the app
            -- column: active_licensed_user_count int? [people] | of these, licensed on the last day
            -- column: interaction_count int [interactions] | counted turns
            -- column: prompt_count int [messages] | prompts
            -- column: conversation_count int [conversations] | distinct threads with an interaction in the app
            -- column: active_day_count int [days] | distinct days of use
            -- column: user_ratio real | active users / active users of all apps
            -- column: first_active_day day | first day of use in the window
            -- column: last_active_day day | last day of use in the window
            with period as (
              select min(day_number) as first_number, max(day_number) as last_number
              from days
              where day >= :from_day and day < :to_day
            ),
            unknown_days as (
              select day_number
              from audit_calendar
              where day >= :from_day and day < :to_day and is_covered = 0
            ),
            person_apps as (
              select distinct a.app_id, a.user_id
              from adoption_activity a
              where a.day_number >= (select first_number from period)
                and a.day_number <= (select last_number from period)
                and a.day_number not in (select day_number from unknown_days)
            ),
            everyone as (select count(distinct user_id) as user_count from person_apps),
            app_days as (
              select
                a.app_id, a.day_number, sum(a.interaction_count) as interaction_count,
                sum(a.prompt_count) as prompt_count, sum(a.conversation_count) as conversation_count
              from adoption_activity a
              where a.day_number >= (select first_number from period)
                and a.day_number <= (select last_number from period)
                and a.day_number not in (select day_number from unknown_days)
              group by a.day_number, a.app_id
            ),
            days_of_apps as (
              select
                app_id, count(*) as day_count, min(day_number) as first_number, max(day_number) as last_number,
                sum(interaction_count) as interaction_count, sum(prompt_count) as prompt_count,
                sum(conversation_count) as conversation_count
              from app_days
              group by app_id
            ),
            threads_of_apps as (
              select app_id, count(distinct thread_id) as conversation_count
              from covered_shared_conversations
              where day >= :from_day and day < :to_day
              group by app_id
            ),
            licensed as (
              select l.user_id
              from period p
              join license_spans l on l.valid_from <= p.last_number and l.valid_to > p.last_number
              group by l.user_id
            ),
            users_of_apps as (
              select p.app_id, count(*) as user_count, count(l.user_id) as licensed_count
              from person_apps p
              left join licensed l on l.user_id = p.user_id
              group by p.app_id
            )
            select
              n.name as app,
              u.user_count as active_user_count,
              case when f.license_day is not null then u.licensed_count end as active_licensed_user_count,
              d.interaction_count,
              d.prompt_count,
              d.conversation_count + coalesce(t.conversation_count, 0) as conversation_count,
              d.day_count as active_day_count,
              1e0 * u.user_count / e.user_count as user_ratio,
              first_day.day as first_active_day,
              last_day.day as last_active_day
            from users_of_apps u
            join apps n on n.id = u.app_id
            join days_of_apps d on d.app_id = u.app_id
            left join threads_of_apps t on t.app_id = u.app_id
            join days first_day on first_day.day_number = d.first_number
            join days last_day on last_day.day_number = d.last_number
            cross join everyone e
            cross join first_lists f
            order by active_user_count desc, d.interaction_count desc, app

            """#
        ),
        SchemaFile(
            "active_users_by_app_host",
            #"""
            -- question: In which places (app hosts) is Copilot used?
            -- theme: Activity
            -- grain: one row per app host and app that were used
            -- order: active_user_count descending, interaction_count descending, app_host, app
            -- needs: audit_interactions; optional license_lists
            -- source: app hosts as records name them, without regard to case
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- column: app_host text | where, as Microsoft spells it; (none) without one
            -- column: app text | product; an app host can belong to several, by contexts and agents
            -- column: active_user_count int [people] | people with at least one interaction there
            -- column: active_licensed_user_count int? [people] | of these, licensed on the last day
            -- column: interaction_count int [interactions] | counted turns
            -- column: prompt_count int [messages] | prompts
            -- column: conversation_count int [conversations] | distinct threads with an interaction there
            -- column: active_day_count int [days] | distinct days of use
            -- column: user_ratio real | active users / active users of all app hosts
            -- column: first_active_day day | first day of use in the window
            -- column: last_active_day day | last day of use in the window
            with period as (
              select min(day_number) as first_number, max(day_number) as last_number
              from days
              where day >= :from_day and day < :to_day
            ),
            unknown_days as (
              select day_number
              from audit_calendar
              where day >= :from_day and day < :to_day and is_covered = 0
            ),
            spellings as (
              select id, name, min(id) over (partition by name) as host_id
              from app_hosts
              where is_user_action = 1
            ),
            person_hosts as (
              select distinct s.host_id, a.app_id, a.user_id
              from adoption_activity a
              join spellings s on s.id = a.app_host_id
              where a.day_number >= (select first_number from period)
                and a.day_number <= (select last_number from period)
                and a.day_number not in (select day_number from unknown_days)
            ),
            everyone as (select count(distinct user_id) as user_count from person_hosts),
            host_days as (
              select
                a.day_number, a.app_host_id, a.app_id, sum(a.interaction_count) as interaction_count,
                sum(a.prompt_count) as prompt_count, sum(a.conversation_count) as conversation_count
              from adoption_activity a
              where a.day_number >= (select first_number from period)
                and a.day_number <= (select last_number from period)
                and a.day_number not in (select day_number from unknown_days)
              group by a.day_number, a.app_host_id, a.app_id
            ),
            days_of_hosts as (
              select
                s.host_id, a.app_id, count(distinct a.day_number) as day_count,
                min(a.day_number) as first_number, max(a.day_number) as last_number,
                sum(a.interaction_count) as interaction_count, sum(a.prompt_count) as prompt_count,
                sum(a.conversation_count) as conversation_count
              from host_days a
              join spellings s on s.id = a.app_host_id
              group by s.host_id, a.app_id
            ),
            threads_of_hosts as (
              select s.host_id, c.app_id, count(distinct c.thread_id) as conversation_count
              from covered_shared_conversations c
              join spellings s on s.id = c.app_host_id
              where c.day >= :from_day and c.day < :to_day
              group by s.host_id, c.app_id
            ),
            users_of_hosts as (
              select
                p.host_id, p.app_id, count(*) as user_count, count(l.user_id) as licensed_count
              from person_hosts p
              cross join period w
              left join holder_spans l
                on l.user_id = p.user_id and l.valid_from <= w.last_number and l.valid_to > w.last_number
              group by p.host_id, p.app_id
            )
            select
              s.name as app_host,
              n.name as app,
              u.user_count as active_user_count,
              case when f.license_day is not null then u.licensed_count end as active_licensed_user_count,
              d.interaction_count,
              d.prompt_count,
              d.conversation_count + coalesce(t.conversation_count, 0) as conversation_count,
              d.day_count as active_day_count,
              1e0 * u.user_count / e.user_count as user_ratio,
              first_day.day as first_active_day,
              last_day.day as last_active_day
            from users_of_hosts u
            join spellings s on s.id = u.host_id
            join apps n on n.id = u.app_id
            join days_of_hosts d on d.host_id = u.host_id and d.app_id = u.app_id
            left join threads_of_hosts t on t.host_id = u.host_id and t.app_id = u.app_id
            join days first_day on first_day.day_number = d.first_number
            join days last_day on last_day.day_number = d.last_number
            cross join everyone e
            cross join first_lists f
            order by active_user_count desc, d.interaction_count desc, app_host, app

            """#
        ),
        SchemaFile(
            "adoption_by_department",
            #"""
            -- question: Which departments use Copilot?
            -- theme: Organisation
            -- grain: one row per department on the last day
            -- order: active_user_count descending, department
            -- needs: audit_interactions, directory; optional license_lists
            -- source: directory users, licensed and active people
            -- parameter: from_day day = first covered day | first day
            -- parameter: to_day day = day after the last covered day | day after
            -- parameter: min_group_size int = 1 | smaller ones become one row [people]
            -- column: department text? | (none), (not in directory), (small groups); NULL: no directory
            -- column: person_count int [people] | all of the three kinds below
            -- column: directory_user_count int? [people] | enabled accounts, no guests
            -- column: licensed_user_count int? [people] | licensed on the last day
            -- column: active_user_count int? [people] | with an interaction
            -- column: active_licensed_user_count int? [people] | active and licensed
            -- column: active_unlicensed_user_count int? [people] | active, not licensed
            -- column: active_license_ratio real? | active licensed / licensed; if all days are covered
            -- column: active_directory_ratio real? | the same of directory users
            -- column: interaction_count int? [interactions] | counted turns
            -- column: prompt_count int? [messages] | prompts
            -- column: prompts_per_active_user real? | prompts / active users
            -- column: active_days_per_active_user real? | active days / active users
            with period as (
              select
                min(day_number) as first_number, max(day_number) as last_number, count(*) as day_count,
                sum(is_covered) as covered_count
              from audit_calendar
              where day >= :from_day and day < :to_day
            ),
            active as (
              select
                u.id as user_id, count(distinct day_number) as day_count,
                sum(interaction_count) as interaction_count, sum(prompt_count) as prompt_count
              from users u
              cross join covered_hours on user_id = u.id
                and day_number >= (select first_number from period)
                and day_number <= (select last_number from period)
              group by u.id
            ),
            licensed as (
              select distinct user_id
              from period
              join license_spans on valid_from <= last_number and valid_to > last_number
            ),
            directory as (
              select user_id, department, is_directory_user
              from period
              join directory_spans on valid_from <= last_number and valid_to > last_number
            ),
            listed as (
              select user_id from active
              union
              select user_id from licensed
              union
              select user_id from directory where is_directory_user = 1
            ),
            people as (
              select
                case when d.user_id is null and f.directory_day is not null then '(not in directory)'
                  else d.department end as department,
                coalesce(d.is_directory_user, 0) as is_directory_user,
                case when l.user_id is null then 0 else 1 end as is_licensed,
                case when a.user_id is null then 0 else 1 end as is_active,
                coalesce(a.day_count, 0) as day_count,
                coalesce(a.interaction_count, 0) as interaction_count,
                coalesce(a.prompt_count, 0) as prompt_count
              from listed x
              cross join first_lists f
              left join active a on a.user_id = x.user_id
              left join licensed l on l.user_id = x.user_id
              left join directory d on d.user_id = x.user_id
            ),
            sized as (select p.*, count(*) over (partition by department) as size from people p),
            grouped as (
              select case when size < :min_group_size then '(small groups)' else department end as label, s.*
              from sized s
            ),
            totals as (
              select
                label as department,
                count(*) as person_count,
                sum(is_directory_user) as directory_count,
                sum(is_licensed) as licensed_count,
                sum(is_active) as active_count,
                sum(is_active * is_licensed) as active_licensed_count,
                sum(is_active * is_directory_user) as active_directory_count,
                sum(day_count) as day_count,
                sum(interaction_count) as interaction_count,
                sum(prompt_count) as prompt_count
              from grouped
              group by label
            ),
            known as (
              select
                case when p.covered_count > 0 then 1 end as presence,
                case when p.covered_count = p.day_count then 1e0 end as absence,
                case when f.license_day is not null then 1 end as licenses,
                case when f.directory_day is not null then 1 end as directory
              from period p
              cross join first_lists f
            )
            select
              t.department,
              t.person_count,
              k.directory * t.directory_count as directory_user_count,
              k.licenses * t.licensed_count as licensed_user_count,
              k.presence * t.active_count as active_user_count,
              k.presence * k.licenses * t.active_licensed_count as active_licensed_user_count,
              k.presence * k.licenses * (t.active_count - t.active_licensed_count)
                as active_unlicensed_user_count,
              k.absence * k.licenses * t.active_licensed_count / nullif(t.licensed_count, 0)
                as active_license_ratio,
              k.absence * k.directory * t.active_directory_count / nullif(t.directory_count, 0)
                as active_directory_ratio,
              k.presence * t.interaction_count as interaction_count,
              k.presence * t.prompt_count as prompt_count,
              1e0 * t.prompt_count / nullif(t.active_count, 0) as prompts_per_active_user,
              1e0 * t.day_count / nullif(t.active_count, 0) as active_days_per_active_user
            from totals t
            cross join known k
            order by active_user_count desc, t.department

            """#
        ),
        SchemaFile(
            "adoption_by_manager",
            #"""
            -- question: How much do the people below each manager use Copilot?
            -- theme: Organisation
            -- grain: one row per manager on the last day with at least one person below
            -- order: total_report_count descending, manager_user_principal_name
            -- needs: audit_interactions, managers; optional license_lists
            -- source: directory users below a manager at every level, by the managers of the last day
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- parameter: manager_user_principal_name text? | this manager only; NULL: every manager
            -- parameter: max_depth int = 99 | levels below the manager; 1: direct reports only [levels]
            -- column: manager_user_principal_name text | newest name
            -- column: manager_display_name text? | name in lists
            -- column: direct_report_count int [people] | directory users one level below
            -- column: total_report_count int [people] | directory users at all levels below, never the manager
            -- column: licensed_user_count int? [people] | of these, licensed on the last day
            -- column: active_user_count int? [people] | of these, with an interaction
            -- column: active_licensed_user_count int? [people] | of these, active and licensed
            -- column: active_license_ratio real? | active licensed / licensed; only if every day is covered
            -- column: interaction_count int? [interactions] | counted turns of the people below
            -- column: prompt_count int? [messages] | prompts of the people below
            with period as (
              select max(day_number) as last_number, count(*) as day_count, sum(is_covered) as covered_count
              from audit_calendar
              where day >= :from_day and day < :to_day
            ),
            below as (
              select u.user_principal_name, u.display_name, m.depth, m.user_id
              from period p
              join manager_spans m on m.valid_from <= p.last_number and m.valid_to > p.last_number
              join users u on u.id = m.manager_user_id
              join directory_spans d
                on d.user_id = m.user_id and d.valid_from <= p.last_number and d.valid_to > p.last_number
              where d.is_directory_user = 1
                and m.depth <= :max_depth
                and (:manager_user_principal_name is null
                  or u.user_principal_name = lower(trim(:manager_user_principal_name)))
            ),
            active as (
              select
                a.user_id, sum(a.interaction_count) as interaction_count, sum(a.prompt_count) as prompt_count
              from covered_activity a
              where a.day >= :from_day and a.day < :to_day
              group by a.user_id
            ),
            licensed as (
              select l.user_id
              from period p
              join license_spans l on l.valid_from <= p.last_number and l.valid_to > p.last_number
              group by l.user_id
            ),
            totals as (
              select
                b.user_principal_name, b.display_name,
                sum(case when b.depth = 1 then 1 else 0 end) as direct_count,
                count(*) as total_count,
                count(l.user_id) as licensed_count,
                count(a.user_id) as active_count,
                sum(case when a.user_id is not null and l.user_id is not null then 1 else 0 end)
                  as active_licensed_count,
                coalesce(sum(a.interaction_count), 0) as interaction_count,
                coalesce(sum(a.prompt_count), 0) as prompt_count
              from below b
              left join active a on a.user_id = b.user_id
              left join licensed l on l.user_id = b.user_id
              group by b.user_principal_name, b.display_name
            ),
            known as (
              select
                case when p.covered_count > 0 then 1 end as presence,
                case when p.covered_count = p.day_count then 1e0 end as absence,
                case when f.license_day is not null then 1 end as licenses
              from period p
              cross join first_lists f
            )
            select
              t.user_principal_name as manager_user_principal_name,
              t.display_name as manager_display_name,
              t.direct_count as direct_report_count,
              t.total_count as total_report_count,
              k.licenses * t.licensed_count as licensed_user_count,
              k.presence * t.active_count as active_user_count,
              k.presence * k.licenses * t.active_licensed_count as active_licensed_user_count,
              k.absence * k.licenses * t.active_licensed_count / nullif(t.licensed_count, 0)
                as active_license_ratio,
              k.presence * t.interaction_count as interaction_count,
              k.presence * t.prompt_count as prompt_count
            from totals t
            cross join known k
            order by t.total_count desc, t.user_principal_name

            """#
        ),
        SchemaFile(
            "adoption_changes",
            #"""
            -- question: What changed against the period before?
            -- theme: Activity
            -- grain: one row per measure
            -- order: fixed order of measures
            -- needs: audit_interactions; optional license_lists
            -- source: as many days before; see adoption_summary
            -- parameter: from_day day = first covered day | first day
            -- parameter: to_day day = day after the last covered day | day after
            -- column: measure text | as in adoption_summary
            -- column: current_value real? | value in the window
            -- column: previous_value real? | value before; if known in full
            -- column: change_value real? | current - previous
            -- column: change_ratio real? | change / previous
            with current_period as (
              select
                min(day_number) as first_number, max(day_number) as last_number, count(*) as day_count,
                sum(is_covered) as covered_count
              from audit_calendar
              where day >= :from_day and day < :to_day
            ),
            periods as (
              select 1 as place, first_number, last_number, day_count, covered_count from current_period
              union all
              select 2, min(d.day_number), max(d.day_number), count(*), sum(d.is_covered)
              from current_period p
              join audit_calendar d
                on d.day_number >= p.first_number - p.day_count and d.day_number < p.first_number
              having sum(d.is_covered) = max(p.day_count)
            ),
            unknown_days as (
              select day_number
              from current_period
              join audit_calendar on day_number >= first_number and day_number <= last_number
              where is_covered = 0
            ),
            bounds as (
              select
                min(first_number) as first_number, max(last_number) as last_number, max(first_number) as turn
              from periods
            ),
            people as (
              select
                u.id as user_id, max(day_number) as last_day, min(day_number) as first_day,
                sum(interaction_count) as turns, sum(prompt_count) as prompts,
                sum(case when day_number < turn then 0 else interaction_count end) as new_turns,
                sum(case when day_number < turn then 0 else prompt_count end) as new_prompts
              from bounds
              cross join users u
              cross join hourly_activity on user_id = u.id and day_number >= first_number
                and day_number <= last_number
              where day_number not in (select day_number from unknown_days)
              group by u.id
            ),
            activity as (
              select
                place, count(*) as user_count, count(l.user_id) as licensed,
                sum(case place when 1 then new_turns else turns - new_turns end) as turns,
                sum(case place when 1 then new_prompts else prompts - new_prompts end) as prompts
              from periods
              join people a on last_day >= first_number and first_day <= last_number
              left join holder_spans l
                on l.user_id = a.user_id and valid_from <= last_number and valid_to > last_number
              group by place
            ),
            places as (
              select
                place, sum(conversation_count) as own,
                count(distinct case when agent_id > 0 then user_id end) as agents
              from periods
              cross join adoption_activity on day_number >= first_number and day_number <= last_number
              where day_number not in (select day_number from unknown_days)
              group by place
            ),
            threads as (
              select place, count(distinct thread_id) as shared
              from periods
              cross join shared_conversations on day_number >= first_number and day_number <= last_number
              where day_number not in (select day_number from unknown_days)
              group by place
            ),
            holders as (
              select place, count(user_id) as user_count
              from periods
              left join holder_spans on valid_from <= last_number and valid_to > last_number
              group by place
            ),
            facts as (
              select
                p.place, zero + coalesce(a.user_count, 0) as users, p.day_count, p.covered_count,
                case when license_day is not null then zero + coalesce(a.licensed, 0) end as licensed,
                case when license_day is not null then h.user_count end as holders,
                zero + coalesce(turns, 0) as turns, zero + coalesce(prompts, 0) as prompts,
                zero + coalesce(own, 0) + coalesce(shared, 0) as threads,
                zero + coalesce(agents, 0) as agent_users
              from (select p.*, case when covered_count > 0 then 0 end as zero from periods p) p
              cross join first_lists
              left join activity a on a.place = p.place
              left join places r on r.place = p.place
              left join threads t on t.place = p.place
              left join holders h on h.place = p.place
            ),
            measured as (
              select place, 1 as rank_number, 'active_user_count' as measure, 1e0 * users as amount from facts
              union all select place, 2, 'active_licensed_user_count', 1e0 * licensed from facts
              union all select place, 3, 'licensed_user_count', 1e0 * holders from facts
              union all
              select place, 4, 'active_license_ratio',
                case when covered_count = day_count then 1e0 * licensed / nullif(holders, 0) end
              from facts
              union all select place, 5, 'interaction_count', 1e0 * turns from facts
              union all select place, 6, 'prompt_count', 1e0 * prompts from facts
              union all select place, 7, 'conversation_count', 1e0 * threads from facts
              union all select place, 8, 'agent_user_count', 1e0 * agent_users from facts
            )
            select
              c.measure,
              c.amount as current_value,
              p.amount as previous_value,
              c.amount - p.amount as change_value,
              (c.amount - p.amount) / nullif(p.amount, 0e0) as change_ratio
            from measured c
            left join measured p on p.measure = c.measure and p.place = 2
            where c.place = 1
            order by c.rank_number

            """#
        ),
        SchemaFile(
            "adoption_summary",
            #"""
            -- question: How much is Copilot used?
            -- theme: Activity
            -- grain: one row
            -- order: none
            -- needs: audit_interactions; optional license_lists, directory
            -- source: active user as in the Microsoft 365 report; counted turns
            -- parameter: from_day day = first covered day | first day
            -- parameter: to_day day = day after the last covered day | day after
            -- column: from_day day | first day
            -- column: to_day day | day after the window
            -- column: day_count int [days] | of the window
            -- column: covered_day_count int [days] | days that are known
            -- column: active_user_count int? [people] | with an interaction
            -- column: licensed_user_count int? [people] | licensed on the last day
            -- column: active_licensed_user_count int? [people] | active and licensed
            -- column: active_unlicensed_user_count int? [people] | active, not licensed
            -- column: active_license_ratio real? | active licensed / licensed; if all days are covered
            -- column: directory_user_count int? [people] | enabled, no guests
            -- column: active_directory_ratio real? | the same of directory users
            -- column: interaction_count int? [interactions] | counted turns
            -- column: prompt_count int? [messages] | prompts
            -- column: response_count int? [messages] | responses
            -- column: conversation_count int? | distinct threads
            -- column: active_user_day_count int? | pairs of person and day
            -- column: interactions_per_active_user real? | turns / active users
            -- column: prompts_per_active_user real? | prompts / active users
            -- column: active_days_per_active_user real? | person days / active users
            -- column: agent_user_count int? [people] | with an agent
            -- column: license_basis text? | observed; assumed before the first list
            with period as (
              select
                min(day_number) as first_number, max(day_number) as last_number, count(*) as day_count,
                sum(is_covered) as covered_count
              from audit_calendar
              where day >= :from_day and day < :to_day
            ),
            people as (
              select
                u.id as user_id, count(distinct day_number) as days, sum(interaction_count) as turns,
                sum(prompt_count) as prompts
              from users u
              cross join covered_hours on user_id = u.id
                and day_number >= (select first_number from period)
                and day_number <= (select last_number from period)
              group by u.id
            ),
            row_totals as (
              select
                coalesce(sum(response_count), 0) as responses, coalesce(sum(conversation_count), 0) as threads,
                count(distinct case when agent_id > 0 then user_id end) as agent_users
              from covered_activity
              where day >= :from_day and day < :to_day
            ),
            shared_total as (
              select count(distinct thread_id) as threads
              from covered_shared_conversations
              where day >= :from_day and day < :to_day
            ),
            licensed as (
              select distinct user_id
              from period
              join license_spans on valid_from <= last_number and valid_to > last_number
            ),
            license_total as (select count(*) as user_count from licensed),
            directory_users as (
              select user_id
              from period
              join directory_spans on valid_from <= last_number and valid_to > last_number
              where is_directory_user = 1
            ),
            directory_total as (select count(*) as user_count from directory_users),
            activity as (
              select
                count(*) as user_count, count(l.user_id) as licensed_count, count(d.user_id) as directory_count,
                coalesce(sum(turns), 0) as interaction_count, coalesce(sum(prompts), 0) as prompt_count,
                coalesce(sum(days), 0) as user_day_count
              from people p
              left join licensed l on l.user_id = p.user_id
              left join directory_users d on d.user_id = p.user_id
            )
            select
              :from_day as from_day,
              :to_day as to_day,
              p.day_count,
              p.covered_count as covered_day_count,
              a.user_count as active_user_count,
              l.user_count as licensed_user_count,
              case when l.user_count is not null then a.licensed_count end as active_licensed_user_count,
              case when l.user_count is not null then a.user_count - a.licensed_count end
                as active_unlicensed_user_count,
              case when p.covered_count = p.day_count
                then 1e0 * a.licensed_count / nullif(l.user_count, 0) end as active_license_ratio,
              d.user_count as directory_user_count,
              case when p.covered_count = p.day_count
                then 1e0 * a.directory_count / nullif(d.user_count, 0) end as active_directory_ratio,
              a.interaction_count,
              a.prompt_count,
              case when p.covered_count > 0 then r.responses end as response_count,
              case when p.covered_count > 0 then r.threads + c.threads end as conversation_count,
              a.user_day_count as active_user_day_count,
              1e0 * a.interaction_count / nullif(a.user_count, 0) as interactions_per_active_user,
              1e0 * a.prompt_count / nullif(a.user_count, 0) as prompts_per_active_user,
              1e0 * a.user_day_count / nullif(a.user_count, 0) as active_days_per_active_user,
              case when p.covered_count > 0 then r.agent_users end as agent_user_count,
              case when f.license_day > p.last_number then 'assumed'
                when f.license_day is not null then 'observed' end as license_basis
            from period p
            cross join first_lists f
            cross join row_totals r
            cross join shared_total c
            left join activity a on p.covered_count > 0
            left join license_total l on f.license_day is not null
            left join directory_total d on f.directory_day is not null

            """#
        ),
        SchemaFile(
            "agent_change_counts",
            #"""
            -- question: What kinds of changes to agents were made in Copilot Studio?
            -- theme: Agents
            -- grain: one row per operation
            -- order: event_count desc, operation
            -- needs: agent_authoring
            -- source: Copilot Studio authoring events on covered days
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- column: operation text | operation without the prefix BotUpdateOperation-
            -- column: area text | agent, component, component_collection, ai_plugin, environment_variable, other
            -- column: event_count int [records] | events
            -- column: agent_count int [agents] | agents changed
            -- column: user_count int [people] | people, without programs
            -- column: first_changed_at instant | oldest in the window, UTC
            -- column: last_changed_at instant | newest in the window, UTC
            with events as (
              select
                e.operation, e.area, e.record_id, max(e.agent_key) as agent_key,
                max(e.user_principal_name) as user_name, max(e.changed_at) as changed_at
              from authoring_events e
              join days d on d.day = e.day
              join covered_days c on c.source = 'agent_authoring' and c.day_number = d.day_number
              where d.day >= :from_day and d.day < :to_day
              group by e.operation, e.area, e.record_id
            )
            select
              operation,
              area,
              count(*) as event_count,
              count(distinct agent_key) as agent_count,
              count(distinct user_name) as user_count,
              min(changed_at) as first_changed_at,
              max(changed_at) as last_changed_at
            from events
            group by operation, area
            order by event_count desc, operation

            """#
        ),
        SchemaFile(
            "agent_changes",
            #"""
            -- question: Who changed what on which agent, and when?
            -- theme: Agents
            -- grain: one row per change detail; an event without details has one row
            -- order: changed_at, record_id, detail_number
            -- needs: agent_authoring; optional audit_interactions, agent_inventory
            -- source: Copilot Studio authoring events, days that no coverage vouches for included
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- parameter: agent_key text? | only this agent, by key or schema name; NULL: all
            -- parameter: user_principal_name text? | only by this person; NULL: all
            -- parameter: include_noise flag = 1 | 0: without BotIconUpdate
            -- column: changed_at instant | when, UTC
            -- column: record_id text | audit record id, lower case
            -- column: detail_number int | place among the details of the event, from 1; 0: it tells none
            -- column: user_principal_name text? | who; NULL: not by a person
            -- column: operation text | operation without the prefix BotUpdateOperation-
            -- column: raw_operation text | operation as received
            -- column: area text | agent, component, component_collection, ai_plugin, environment_variable, other
            -- column: result_status text? | as received
            -- column: agent_key text? | the agent; its schema name in lower case where no id is known
            -- column: agent_schema_name text? | schema name of the agent as received
            -- column: agent_name text? | newest in turns, else in the inventory, else schema name
            -- column: object_id text? | component, plug-in or variable: its id
            -- column: object_name text? | component, plug-in or variable: its name
            -- column: component_type text? | as received
            -- column: property_name text? | what was changed
            -- column: old_value text? | before
            -- column: new_value text? | after
            -- column: environment_id text? | Power Platform environment
            with period as (select max(day_number) as last_number from days where day < :to_day),
            labels as (
              select
                agent_key, coalesce(max(turn_kind), max(title_kind)) as agent_kind,
                coalesce(max(turn_name), max(list_name), max(schema_name)) as agent_name
              from period p
              join agent_label_spans n on n.valid_from <= p.last_number and n.valid_to > p.last_number
              group by agent_key
            )
            select
              e.changed_at,
              e.record_id,
              e.detail_number,
              e.user_principal_name,
              e.operation,
              e.raw_operation,
              e.area,
              e.result_status,
              e.agent_key,
              e.agent_schema_name,
              n.agent_name,
              e.object_id,
              e.object_name,
              e.component_type,
              e.property_name,
              e.old_value,
              e.new_value,
              e.environment_id
            from authoring_events e
            left join labels n on n.agent_key = e.agent_key
            where e.day >= :from_day and e.day < :to_day
              and (:agent_key is null or e.agent_key = lower(trim(:agent_key))
                or lower(e.agent_schema_name) = lower(trim(:agent_key)))
              and (:user_principal_name is null or e.user_principal_name = lower(trim(:user_principal_name)))
              and (:include_noise = 1 or lower(e.operation) <> 'boticonupdate')
            order by e.changed_at, e.record_id, e.detail_number

            """#
        ),
        SchemaFile(
            "agent_health",
            #"""
            -- question: Which agents should be kept, reviewed or retired?
            -- theme: Agents
            -- grain: one row per agent ever used or in the inventory
            -- order: retire, review, new, keep; idle_day_count desc; agent_key
            -- needs: audit_interactions; optional agent_inventory
            -- source: turns, no test pane
            -- parameter: as_of_day day = last covered day | stands for today
            -- parameter: history_days int = 120 | window of user_count [days]
            -- parameter: new_days int = 30 | younger is new [days]
            -- parameter: review_idle_days int = 30 | idle [days]
            -- parameter: retire_idle_days int = 90 | too long idle [days]
            -- parameter: min_users int = 3 | fewer are few [people]
            -- column: agent_key text | agent id, lower case
            -- column: agent_name text? | newest
            -- column: agent_kind text | kind
            -- column: verdict text | retire, review, new, keep
            -- column: reason text | the rule
            -- column: recency text? | active, recent, inactive, dormant, redundant
            -- column: user_count int | in history_days
            -- column: interaction_count int | in history_days
            -- column: first_active_day day? | NULL: never used
            -- column: last_active_day day? | newest
            -- column: idle_day_count int? [days] | since then
            -- column: is_in_inventory flag? | NULL: no inventory
            -- column: history_days int | given
            -- column: new_days int | given
            -- column: review_idle_days int | given
            -- column: retire_idle_days int | given
            -- column: min_users int | given
            with today as (select day_number as today from days where day = :as_of_day),
            known as (select day_number from covered_days where source = 'audit_interactions'),
            labels as (
              select
                agent_key, coalesce(max(turn_kind), max(title_kind)) as agent_kind,
                coalesce(max(turn_name), max(list_name), max(schema_name)) as agent_name
              from today p
              join agent_label_spans n on n.valid_from <= p.today and n.valid_to > p.today
              group by agent_key
            ),
            used as (
              select
                agent_key, min(day_number) as first_day, max(day_number) as last_day,
                sum(is_near * interaction_count) as turns,
                count(distinct case when is_near = 1 and way = 'use' then user_id end) as people
              from (
                select
                  a.*, case when a.day_number > t.today - :history_days then a.is_covered else 0 end as is_near
                from today t
                join agent_activity a on a.day_number <= t.today and a.way <> 'test'
              ) a
              group by agent_key
            ),
            listed as (
              select l.agent_key, min(l.created_day) as created_day
              from today t
              join listed_agents l on l.valid_from <= t.today and l.valid_to > t.today
                and coalesce(l.created_day, 0) <= t.today
              group by l.agent_key
            ),
            facts as (
              select
                k.agent_key, u.first_day, u.last_day, u.turns, u.people, t.today - u.last_day as idle,
                t.today, l.agent_key as listed_key,
                coalesce(l.created_day, case when e.first_day <= t.today - :new_days then u.first_day end)
                  as born_day,
                coalesce(u.last_day, case when t.today - l.created_day >= :retire_idle_days
                  then t.today - :retire_idle_days end) as quiet_day
              from (select agent_key from used union select agent_key from listed) k
              cross join today t
              cross join (select min(day_number) as first_day from known) e
              left join used u on u.agent_key = k.agent_key
              left join listed l on l.agent_key = k.agent_key
            ),
            covered as (
              select f.agent_key, count(*) as days
              from facts f
              join known c on c.day_number > f.quiet_day and c.day_number <= f.today
              group by f.agent_key
            ),
            judged as (
              select
                f.*,
                case
                  when f.born_day > f.today - :new_days then 3
                  when f.today - f.quiet_day >= :retire_idle_days
                  then case when f.today - f.quiet_day <= c.days then 1 else 0 end
                  when f.idle < :review_idle_days and f.people >= :min_users then 4
                  else 2
                end as rule
              from facts f
              left join covered c on c.agent_key = f.agent_key
            )
            select
              j.agent_key,
              n.agent_name,
              coalesce(n.agent_kind, 'other') as agent_kind,
              case rule when 1 then 'retire' when 3 then 'new' when 4 then 'keep' else 'review' end as verdict,
              case
                when rule = 0 then 'not_enough_history' when rule = 3 then 'new' when rule = 4 then 'in_use'
                when idle is null then 'never_used' when rule = 1 or idle >= :review_idle_days then 'idle'
                else 'few_users'
              end as reason,
              case when idle <= 7 then 'active' when idle <= 30 then 'recent' when idle <= 60 then 'inactive'
                when idle <= 90 then 'dormant' when idle > 90 then 'redundant' end as recency,
              coalesce(j.people, 0) as user_count,
              coalesce(j.turns, 0) as interaction_count,
              y.day as first_active_day,
              z.day as last_active_day,
              j.idle as idle_day_count,
              case when j.listed_key is not null then 1 else i.missing end as is_in_inventory,
              :history_days as history_days,
              :new_days as new_days,
              :review_idle_days as review_idle_days,
              :retire_idle_days as retire_idle_days,
              :min_users as min_users
            from judged j
            cross join (select min(0) as missing from snapshots where kind = 'agents') i
            left join labels n on n.agent_key = j.agent_key
            left join days y on y.day_number = j.first_day
            left join days z on z.day_number = j.last_day
            order by
              case rule when 0 then 2 else rule end, idle desc, j.agent_key

            """#
        ),
        SchemaFile(
            "agent_inventory",
            #"""
            -- question: Which agents are known, and what became of them?
            -- theme: Agents
            -- grain: one row per agent
            -- order: agent_key
            -- needs: audit_interactions or agent_authoring or agent_inventory
            -- source: turns, events and lists up to the day
            -- parameter: as_of_day day = last covered day | stands for today
            -- column: agent_key text | agent id, schema name or Title ID
            -- column: agent_name text? | name
            -- column: agent_kind text? | NULL: only authoring events
            -- column: schema_name text? | newest
            -- column: environment text? | id
            -- column: created_day day? | inventory, else first BotCreate
            -- column: created_by text? | likewise
            -- column: last_changed_day day? | event, else inventory
            -- column: last_published_day day? | newest BotPublish
            -- column: deleted_day day? | BotDelete, nothing after it
            -- column: share_event_count int? | BotShare
            -- column: last_active_day day? | test pane left out
            -- column: interaction_count int? | test pane left out
            -- column: is_in_usage flag? | NULL: no audit
            -- column: is_in_authoring flag? | NULL: no events
            -- column: is_in_inventory flag? | NULL: no inventory
            with today as (select day_number as today from days where day = :as_of_day),
            labels as (
              select
                agent_key, coalesce(max(turn_kind), max(title_kind)) as agent_kind,
                coalesce(max(turn_name), max(list_name), max(schema_name)) as agent_name,
                max(schema_name) as schema_name
              from today p
              join agent_label_spans n on n.valid_from <= p.today and n.valid_to > p.today
              group by agent_key
            ),
            used as (
              select
                a.agent_key, max(case when a.way <> 'test' then a.day_number end) as last_day,
                sum(case when a.way <> 'test' then a.interaction_count else 0 end) as turns
              from today t
              join agent_activity a on a.day_number <= t.today
              group by a.agent_key
            ),
            events as (
              select
                agent_key, lower(operation) as operation, day, changed_at, environment_id, user_principal_name,
                row_number() over (partition by agent_key, operation order by changed_at, record_id) as nth,
                row_number() over (
                  partition by agent_key, case when environment_id <> '' then 1 end
                  order by changed_at desc, record_id desc
                ) as place
              from authoring_events
              where day <= :as_of_day and detail_number <= 1 and agent_key <> ''
            ),
            changed as (
              select
                agent_key, max(day) as last_day,
                max(case when place = 1 then nullif(environment_id, '') end) as environment,
                min(case operation when 'botcreate' then day end) as created_day,
                max(case when operation = 'botcreate' and nth = 1 then user_principal_name end) as created_by,
                max(case operation when 'botpublish' then day end) as published_day,
                max(case operation when 'botdelete' then day end) as deleted_day,
                max(case operation when 'botdelete' then changed_at end) as deleted_at,
                max(case when operation not in ('botdelete', 'botdeletecleanup') then changed_at end)
                  as kept_at,
                sum(case operation when 'botshare' then 1 else 0 end) as shares
              from events
              group by agent_key
            ),
            listed as (
              select
                l.*, row_number() over (partition by l.agent_key order by l.created_day, l.title_id) as nth
              from today t
              join listed_agents l on l.valid_from <= t.today and l.valid_to > t.today
            ),
            sources as (
              select
                max(case source when 'audit_interactions' then 0 end) as audit,
                max(case source when 'agent_authoring' then 0 end) as authoring,
                max(case source when 'agent_inventory' then 0 end) as inventory
              from (
                select source from covered_days
                union all
                select 'agent_inventory' from snapshots where kind = 'agents'
                union all
                select 'agent_authoring' from admin_events where is_authoring = 1
                union all
                select 'audit_interactions' from used
              ) s
            )
            select
              k.agent_key,
              n.agent_name,
              case when u.agent_key is not null or l.agent_key is not null then coalesce(n.agent_kind, 'other')
                end as agent_kind,
              n.schema_name,
              coalesce(c.environment, l.created_in) as environment,
              coalesce(x.day, c.created_day) as created_day,
              coalesce(l.created_by, c.created_by) as created_by,
              coalesce(c.last_day, y.day) as last_changed_day,
              c.published_day as last_published_day,
              case when c.kept_at > c.deleted_at then null else c.deleted_day end as deleted_day,
              coalesce(c.shares, s.authoring) as share_event_count,
              z.day as last_active_day,
              coalesce(u.turns, s.audit) as interaction_count,
              case when u.agent_key is not null then 1 else s.audit end as is_in_usage,
              case when c.agent_key is not null then 1 else s.authoring end as is_in_authoring,
              case when l.agent_key is not null then 1 else s.inventory end as is_in_inventory
            from (
              select agent_key from used
              union
              select agent_key from changed
              union
              select agent_key from listed
            ) k
            cross join sources s
            left join used u on u.agent_key = k.agent_key
            left join changed c on c.agent_key = k.agent_key
            left join listed l on l.agent_key = k.agent_key and l.nth = 1
            left join labels n on n.agent_key = k.agent_key
            left join days x on x.day_number = l.created_day
            left join days y on y.day_number = l.updated_day
            left join days z on z.day_number = u.last_day
            order by k.agent_key

            """#
        ),
        SchemaFile(
            "agent_usage",
            #"""
            -- question: Which agents are used, and do people come back?
            -- theme: Agents
            -- grain: one row per agent with a turn
            -- order: user_count desc, interaction_count desc, agent_key
            -- needs: audit_interactions; optional license_lists, directory
            -- source: counted turns on covered days
            -- parameter: from_day day = first covered day | first day
            -- parameter: to_day day = day after the last covered day | day after
            -- column: agent_key text | in lower case
            -- column: agent_name text? | in turns, inventory, schema
            -- column: agent_kind text | declarative, custom_engine, ..., other
            -- column: user_count int [people] | no tests, no autonomous runs
            -- column: licensed_user_count int? [people] | on the last day
            -- column: interaction_count int [interactions] | of these people
            -- column: prompt_count int | theirs
            -- column: conversation_count int | theirs
            -- column: test_interaction_count int [interactions] | test pane
            -- column: autonomous_interaction_count int [interactions] | no person
            -- column: tester_count int | test pane
            -- column: active_day_count int | theirs
            -- column: department_count int? | NULL: no directory
            -- column: returning_user_count int | 2 conversations or more
            -- column: return_ratio real? | of user_count
            -- column: first_active_day day | of all
            -- column: last_active_day day | of all
            with period as (
              select min(day_number) as first_number, max(day_number) as last_number
              from days
              where day >= :from_day and day < :to_day
            ),
            turns as (
              select a.*
              from period p
              join agent_activity a on a.day_number >= p.first_number and a.day_number <= p.last_number
              where a.is_covered = 1
            ),
            by_user as (
              select
                agent_key, user_id, max(case way when 'use' then 1 else 0 end) as is_user,
                sum(case way when 'use' then interaction_count else 0 end) as uses,
                sum(case way when 'use' then prompt_count else 0 end) as prompts,
                sum(conversation_count) as threads,
                sum(case way when 'test' then interaction_count else 0 end) as tests,
                sum(case way when 'alone' then interaction_count else 0 end) as runs,
                max(case way when 'test' then is_by_person else 0 end) as is_tester,
                min(day_number) as first_day, max(day_number) as last_day
              from turns
              group by agent_key, user_id
            ),
            shared as (
              select g.agent_key, c.user_id, c.thread_id
              from covered_shared_conversations c
              join agents g on g.id = c.agent_id
              where c.day >= :from_day and c.day < :to_day
            ),
            back as (
              select agent_key, user_id, count(distinct thread_id) as threads
              from shared
              group by agent_key, user_id
            ),
            licensed as (
              select s.user_id
              from period p
              join license_spans s on s.valid_from <= p.last_number and s.valid_to > p.last_number
              group by s.user_id
            ),
            totals as (
              select
                b.agent_key, sum(b.is_user) as people, count(l.user_id) as licensed,
                sum(case when b.threads + coalesce(r.threads, 0) >= 2 then 1 else 0 end) as returning_people,
                sum(b.threads) as threads, sum(b.uses) as uses, sum(b.prompts) as prompts,
                sum(b.tests) as tests, sum(b.runs) as runs, sum(b.is_tester) as testers,
                min(b.first_day) as first_day, max(b.last_day) as last_day,
                count(distinct case when b.is_user = 0 then null
                  when d.user_id is null then '(not in directory)' else d.department end) as departments
              from by_user b
              cross join period p
              left join back r on r.agent_key = b.agent_key and r.user_id = b.user_id
              left join licensed l on l.user_id = b.user_id and b.is_user = 1
              left join directory_spans d
                on d.user_id = b.user_id and d.valid_from <= p.last_number and d.valid_to > p.last_number
              group by b.agent_key
            ),
            labels as (
              select
                agent_key, coalesce(max(turn_kind), max(title_kind)) as agent_kind,
                coalesce(max(turn_name), max(list_name), max(schema_name)) as agent_name
              from period p
              join agent_label_spans n on n.valid_from <= p.last_number and n.valid_to > p.last_number
              group by agent_key
            )
            select
              t.agent_key,
              n.agent_name,
              coalesce(n.agent_kind, 'other') as agent_kind,
              t.people as user_count,
              case when f.license_day is not null then t.licensed end as licensed_user_count,
              t.uses as interaction_count,
              t.prompts as prompt_count,
              t.threads + coalesce(s.threads, 0) as conversation_count,
              t.tests as test_interaction_count,
              t.runs as autonomous_interaction_count,
              t.testers as tester_count,
              coalesce(u.days, 0) as active_day_count,
              case when f.directory_day is not null then t.departments end as department_count,
              t.returning_people as returning_user_count,
              1e0 * t.returning_people / nullif(t.people, 0) as return_ratio,
              y.day as first_active_day,
              z.day as last_active_day
            from totals t
            cross join first_lists f
            left join (select agent_key, count(distinct thread_id) as threads from shared
              group by agent_key) s on s.agent_key = t.agent_key
            left join (select agent_key, count(distinct day_number) as days from turns
              where way = 'use' group by agent_key) u on u.agent_key = t.agent_key
            left join labels n on n.agent_key = t.agent_key
            join days y on y.day_number = t.first_day
            join days z on z.day_number = t.last_day
            order by user_count desc, interaction_count desc, t.agent_key

            """#
        ),
        SchemaFile(
            "app_breadth",
            #"""
            -- question: In how many apps does a person use Copilot?
            -- theme: Activity
            -- grain: one row per number of apps that occurs
            -- order: app_count
            -- needs: audit_interactions
            -- source: apps as products: app host, contexts and agent of a record decide
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- column: app_count int [apps] | distinct apps of a person in the window
            -- column: user_count int [people] | people with so many apps
            -- column: user_ratio real | of all active people
            -- column: interaction_count int [interactions] | counted turns of these people
            with period as (
              select min(day_number) as first_number, max(day_number) as last_number
              from days
              where day >= :from_day and day < :to_day
            ),
            unknown_days as (
              select day_number
              from audit_calendar
              where day >= :from_day and day < :to_day and is_covered = 0
            ),
            person_apps as (
              select distinct a.user_id, a.app_id
              from adoption_activity a
              where a.day_number >= (select first_number from period)
                and a.day_number <= (select last_number from period)
                and a.day_number not in (select day_number from unknown_days)
            ),
            breadth as (select user_id, count(*) as app_count from person_apps group by user_id),
            people as (
              select u.id as user_id, sum(h.interaction_count) as interaction_count
              from users u
              cross join hourly_activity h on h.user_id = u.id
                and h.day_number >= (select first_number from period)
                and h.day_number <= (select last_number from period)
              where h.day_number not in (select day_number from unknown_days)
              group by u.id
            ),
            everyone as (select count(*) as user_count from breadth),
            groups as (
              select b.app_count, count(*) as user_count, sum(p.interaction_count) as interaction_count
              from breadth b
              join people p on p.user_id = b.user_id
              group by b.app_count
            )
            select
              g.app_count,
              g.user_count,
              1e0 * g.user_count / e.user_count as user_ratio,
              g.interaction_count
            from groups g
            cross join everyone e
            order by g.app_count

            """#
        ),
        SchemaFile(
            "conversations_by_app",
            #"""
            -- question: How long are conversations in each app?
            -- theme: Activity
            -- grain: one row per app that was used
            -- order: conversation_count descending, app
            -- needs: audit_interactions
            -- source: threads; one that spans apps counts in each, with the interactions of that app
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- column: app text | product, e.g. Word, Teams, Copilot Chat; (none) without an app host
            -- column: conversation_count int [conversations] | distinct threads with an interaction in the app
            -- column: user_count int [people] | people with an interaction in the app
            -- column: interaction_count int [interactions] | counted turns
            -- column: prompt_count int [messages] | prompts
            -- column: prompts_per_conversation real | prompts / conversations
            -- column: single_prompt_conversation_count int [conversations] | with exactly one prompt
            -- column: no_prompt_conversation_count int [conversations] | without any prompt
            -- column: longest_conversation_prompt_count int [messages] | prompts of the longest conversation
            with period as (
              select min(day_number) as first_number, max(day_number) as last_number
              from days
              where day >= :from_day and day < :to_day
            ),
            unknown_days as (
              select day_number
              from audit_calendar
              where day >= :from_day and day < :to_day and is_covered = 0
            ),
            rows_of_apps as (
              select
                a.day_number, a.app_id, sum(a.interaction_count) as interaction_count,
                sum(a.prompt_count) as prompt_count, sum(a.conversation_count) as own_count,
                sum(a.no_prompt_conversation_count) as empty_count,
                sum(a.single_prompt_conversation_count) as single_count,
                max(a.longest_conversation_prompt_count) as longest_count
              from adoption_activity a
              where a.day_number >= (select first_number from period)
                and a.day_number <= (select last_number from period)
                and a.day_number not in (select day_number from unknown_days)
              group by a.day_number, a.app_id
            ),
            shared as (
              select app_id, thread_id, sum(prompt_count) as prompt_count
              from shared_conversations
              where day_number >= (select first_number from period)
                and day_number <= (select last_number from period)
                and day_number not in (select day_number from unknown_days)
              group by app_id, thread_id
            ),
            conversations as (
              select
                app_id, sum(own_count) as conversation_count, sum(interaction_count) as interaction_count,
                sum(prompt_count) as prompt_count, max(longest_count) as longest_count,
                sum(single_count) as single_count, sum(empty_count) as empty_count
              from (
                select
                  app_id, own_count, interaction_count, prompt_count, longest_count, single_count, empty_count
                from rows_of_apps
                union all
                select
                  app_id, 1, 0, 0, prompt_count, case prompt_count when 1 then 1 else 0 end,
                  case prompt_count when 0 then 1 else 0 end
                from shared
              ) c
              group by app_id
            ),
            person_apps as (
              select distinct a.app_id, a.user_id
              from adoption_activity a
              where a.day_number >= (select first_number from period)
                and a.day_number <= (select last_number from period)
                and a.day_number not in (select day_number from unknown_days)
            ),
            users_of_apps as (select app_id, count(*) as user_count from person_apps group by app_id)
            select
              n.name as app,
              c.conversation_count,
              u.user_count,
              c.interaction_count,
              c.prompt_count,
              1e0 * c.prompt_count / c.conversation_count as prompts_per_conversation,
              c.single_count as single_prompt_conversation_count,
              c.empty_count as no_prompt_conversation_count,
              c.longest_count as longest_conversation_prompt_count
            from conversations c
            join users_of_apps u on u.app_id = c.app_id
            join apps n on n.id = c.app_id
            order by c.conversation_count desc, app

            """#
        ),
        SchemaFile(
            "coverage",
            #"""
            -- question: What is loaded, and what can be answered for this window?
            -- theme: Coverage
            -- grain: one row per source
            -- order: fixed order of sources, audit data first
            -- needs: any
            -- source: days that audit files declare or let infer; lists and reports by their own days
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- column: source text | kind of data
            -- column: status text | ok, not_loaded, partly_covered, not_covered, assumed, concealed
            -- column: first_day day? | first day of the loaded data
            -- column: last_day day? | last day of the loaded data
            -- column: window_day_count int [days] | days in the window
            -- column: covered_day_count int? [days] | audit: days of the window that are known
            -- column: record_count int | records in the window, or entries of the list that then holds
            -- column: person_count int? [people] | distinct people behind them
            -- column: snapshot_count int? | lists or reports loaded
            -- column: uncounted_record_count int? [records] | told by another record of the turn
            -- column: not_person_record_count int? [records] | by programs and system accounts
            -- column: unmatched_person_count int? [people] | not in the directory; reports: concealed names
            with period as (
              select
                min(day_number) as first_number, max(day_number) as last_number, count(*) as day_count
              from days
              where day >= :from_day and day < :to_day
            ),
            directory as (
              select d.user_id
              from period p
              join directory_spans d on d.valid_from <= p.last_number and d.valid_to > p.last_number
            ),
            audit_users as (
              select
                a.source, a.user_id, max(a.is_by_person) as is_person, sum(a.record_count) as record_count,
                sum((1 - a.is_counted) * a.record_count) as uncounted,
                sum((1 - a.is_by_person) * a.record_count) as by_programs
              from period p
              join audit_activity a on a.day_number >= p.first_number and a.day_number <= p.last_number
              group by a.source, a.user_id
            ),
            records as (
              select
                a.source, sum(a.record_count) as record_count, sum(a.is_person) as person_count,
                sum(a.uncounted) as uncounted, sum(a.by_programs) as by_programs,
                sum(case when d.user_id is null then a.is_person else 0 end) as unmatched
              from audit_users a
              left join directory d on d.user_id = a.user_id
              group by a.source
            ),
            known_days as (
              select
                c.source, sum(case when c.day_number >= p.first_number and c.day_number <= p.last_number
                  then 1 else 0 end) as day_count
              from period p
              cross join covered_days c
              group by c.source
            ),
            members as (
              select
                m.source, count(distinct m.user_id) as person_count, count(m.concealed_name) as concealed,
                case when m.source = 'license_lists' then count(distinct m.user_id) else count(*) end
                  as record_count
              from period p
              join list_members m on m.valid_from <= p.last_number and m.valid_to > p.last_number
              group by m.source
              union all
              select 'report_user_counts', 0, 0, count(*)
              from period p
              join report_counts c on c.day_number >= p.first_number and c.day_number <= p.last_number
            ),
            facts as (
              select
                s.place, s.source, s.kind, p.day_count, p.last_number as decided,
                b.list_count, b.first_number, b.last_number,
                case when s.kind = 'audit' then coalesce(k.day_count, 0) end as covered_count,
                case when coalesce(b.source, k.source) is not null then 1 end as loaded,
                coalesce(r.record_count, m.record_count, 0) as record_count,
                s.has_people * coalesce(r.person_count, m.person_count, 0) as person_count,
                case when s.place = 1 then coalesce(r.uncounted, 0) end as uncounted,
                case when s.place = 1 then coalesce(r.by_programs, 0) end as by_programs,
                case when s.place = 1 and f.directory_day is not null then coalesce(r.unmatched, 0)
                  when s.place = 9 then coalesce(m.concealed, 0) end as unmatched
              from usage_sources s
              cross join period p
              cross join first_lists f
              left join source_bounds b on b.source = s.source
              left join records r on r.source = s.source
              left join known_days k on k.source = s.source
              left join members m on m.source = s.source
            )
            select
              f.source,
              case
                when f.loaded is null then 'not_loaded'
                when f.covered_count = 0 or f.kind = 'list' and f.record_count = 0 then 'not_covered'
                when f.covered_count < f.day_count then 'partly_covered'
                when f.kind = 'history' and f.decided < f.first_number then 'assumed'
                when f.place = 9 and f.unmatched > 0 then 'concealed'
                else 'ok'
              end as status,
              a.day as first_day,
              z.day as last_day,
              f.day_count as window_day_count,
              f.covered_count as covered_day_count,
              f.record_count,
              f.loaded * f.person_count as person_count,
              f.list_count as snapshot_count,
              f.loaded * f.uncounted as uncounted_record_count,
              f.loaded * f.by_programs as not_person_record_count,
              f.loaded * f.unmatched as unmatched_person_count
            from facts f
            left join days a on a.day_number = f.first_number
            left join days z on z.day_number = f.last_number
            order by f.place

            """#
        ),
        SchemaFile(
            "coverage_gaps",
            #"""
            -- question: Which days of audit data are missing?
            -- theme: Coverage
            -- grain: one row per run of days that are not known; no row = the whole window is known
            -- order: first_missing_day
            -- needs: audit_interactions
            -- source: days that audit files declare or let infer
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- column: first_missing_day day | first day of the run
            -- column: last_missing_day day | last day of the run, included
            -- column: missing_day_count int [days] | days of the run
            with missing as (
              select day_number, day_number - row_number() over (order by day_number) as run_number
              from audit_calendar
              where day >= :from_day and day < :to_day and is_covered = 0
            ),
            runs as (
              select
                min(day_number) as first_number, max(day_number) as last_number, count(*) as day_count
              from missing
              group by run_number
            )
            select
              a.day as first_missing_day,
              z.day as last_missing_day,
              r.day_count as missing_day_count
            from runs r
            join days a on a.day_number = r.first_number
            join days z on z.day_number = r.last_number
            order by first_missing_day

            """#
        ),
        SchemaFile(
            "daily_active_users",
            #"""
            -- question: How many people used Copilot each day?
            -- theme: Activity
            -- grain: one row per calendar day of the window, quiet days included
            -- order: day
            -- needs: audit_interactions; optional license_lists
            -- source: active user as in the Microsoft 365 usage report; counted turns, not records
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- column: day day | the day, UTC
            -- column: weekday int | 1 Monday to 7 Sunday
            -- column: is_covered flag | 1: the audit data of the day are known
            -- column: active_user_count int? [people] | people with an interaction; NULL if not covered
            -- column: active_licensed_user_count int? [people] | active and licensed that day
            -- column: interaction_count int? [interactions] | counted turns
            -- column: prompt_count int? [messages] | prompts
            -- column: conversation_count int? [conversations] | threads with an interaction that day
            with window_days as (
              select day_number, day, weekday, is_covered
              from audit_calendar
              where day >= :from_day and day < :to_day
            ),
            period as (
              select min(day_number) as first_number, max(day_number) as last_number from window_days
            ),
            day_totals as (
              select
                d.day_number, count(distinct a.user_id) as user_count,
                sum(a.interaction_count) as interaction_count, sum(a.prompt_count) as prompt_count,
                sum(a.conversation_count) as conversation_count
              from period p
              cross join days d on d.day_number >= p.first_number and d.day_number <= p.last_number
              cross join adoption_activity a on a.day_number = d.day_number
              group by d.day_number
            ),
            daily_licensed as (
              select d.day_number, count(distinct l.user_id) as user_count
              from period p
              cross join days d on d.day_number >= p.first_number and d.day_number <= p.last_number
              cross join adoption_activity a on a.day_number = d.day_number
              join holder_spans l
                on l.user_id = a.user_id and l.valid_from <= d.day_number and l.valid_to > d.day_number
              group by d.day_number
            ),
            daily_threads as (
              select c.day_number, count(distinct c.thread_id) as conversation_count
              from shared_conversations c
              where c.day_number >= (select first_number from period)
                and c.day_number <= (select last_number from period)
              group by c.day_number
            )
            select
              w.day,
              w.weekday,
              w.is_covered,
              case when w.is_covered = 1 then coalesce(u.user_count, 0) end as active_user_count,
              case when w.is_covered = 1 and f.license_day is not null then coalesce(l.user_count, 0) end
                as active_licensed_user_count,
              case when w.is_covered = 1 then coalesce(u.interaction_count, 0) end as interaction_count,
              case when w.is_covered = 1 then coalesce(u.prompt_count, 0) end as prompt_count,
              case when w.is_covered = 1
                then coalesce(u.conversation_count, 0) + coalesce(t.conversation_count, 0)
              end as conversation_count
            from window_days w
            cross join first_lists f
            left join day_totals u on u.day_number = w.day_number
            left join daily_licensed l on l.day_number = w.day_number
            left join daily_threads t on t.day_number = w.day_number
            order by w.day

            """#
        ),
        SchemaFile(
            "engagement_band_counts",
            #"""
            -- question: How many licensed people are champions of Copilot, how many do not use it?
            -- theme: Habits
            -- grain: one row per band, bands without people included
            -- order: champion, established, developing, trialling, dormant, never_used, not_seen
            -- needs: audit_interactions, license_lists
            -- source: Microsoft365-Analytics-Insights; people and scores as in engagement_scores
            -- parameter: from_day day = first covered day | first day
            -- parameter: to_day day = day after the last covered day | day after
            -- parameter: weight_frequency real = 0.5 | weight
            -- parameter: weight_depth real = 0.3 | weight
            -- parameter: weight_breadth real = 0.2 | weight
            -- parameter: target_workday_ratio real = 0.6 | of working days
            -- parameter: target_daily_interactions real = 5 | each active day
            -- parameter: target_apps int = 3 | apps
            -- parameter: lookback_days int = 365 | to the last day [days]
            -- column: band text | by score or last use
            -- column: user_count int? [people] | NULL if days are missing
            -- column: user_ratio real? | people / licensed people
            -- column: weight_frequency real | as given
            -- column: weight_depth real | as given
            -- column: weight_breadth real | as given
            -- column: target_workday_ratio real | as given
            -- column: target_daily_interactions real | as given
            -- column: target_apps int | as given
            -- column: lookback_days int [days] | as given
            with period as (
              select
                min(day_number) as first_number, max(day_number) as last_number, count(*) as day_count,
                case when sum(is_covered) = count(*) then 0 end as quiet
              from audit_calendar
              where day >= :from_day and day < :to_day
            ),
            sightings as (
              select l.user_id, 1 as is_licensed, 0 as turns, 0 as days, 0 as apps, 0 as is_seen
              from period p
              join license_spans l on l.valid_from <= p.last_number and l.valid_to > p.last_number
              union all
              select u.id, 0, sum(interaction_count), count(distinct day_number), 0, 0
              from users u
              cross join covered_hours on user_id = u.id
                and day_number >= (select first_number from period)
                and day_number <= (select last_number from period)
              group by u.id
              union all
              select user_id, 0, 0, 0, count(*), 0
              from (
                select distinct user_id, app_id
                from covered_activity
                where day >= :from_day and day < :to_day
              ) a
              group by user_id
              union all
              select u.id, 0, 0, 0, 0, 1
              from users u
              cross join hourly_activity on user_id = u.id
                and day_number > (select last_number from period) - :lookback_days
                and day_number < (select first_number from period)
              group by u.id
            ),
            lookback as (
              select sum(is_covered) as covered_count
              from period
              join audit_calendar on day_number > last_number - :lookback_days and day_number <= last_number
            ),
            people as (
              select
                user_id, sum(turns) as turns, sum(days) as days, sum(apps) as apps, max(is_seen) as is_seen
              from sightings
              group by user_id
              having max(is_licensed) = 1
            ),
            rated as (
              select
                e.*, p.*, covered_count,
                days / (day_count * 5e0 / 7 * :target_workday_ratio) as f,
                coalesce(1e0 * turns / nullif(days, 0), 0) / :target_daily_interactions as d,
                1e0 * apps / :target_apps as b,
                cast(1e0 * days * 28 / day_count + 5e-1 as integer) as pace
              from people e
              cross join period p
              cross join lookback
            ),
            capped as (
              select
                r.*,
                case when f > 1 then 1e0 else f end as frequency,
                case when d > 1 then 1e0 else d end as depth,
                case when b > 1 then 1e0 else b end as breadth
              from rated r
            ),
            scored as (
              select
                c.*,
                1e2 * (:weight_frequency * frequency + :weight_depth * depth + :weight_breadth * breadth)
                  as score
              from capped c
            ),
            banded as (
              select
                case when days = 0 and is_seen = 1 then 'dormant'
                  when days = 0 and covered_count = :lookback_days then 'never_used'
                  when days = 0 then 'not_seen' when score < 25 then 'trialling'
                  when score < 50 then 'developing' when score < 75 then 'established'
                  when score >= 75 then 'champion' end as band
              from scored
            ),
            totals as (select band, count(*) as user_count from banded group by band),
            everyone as (select count(*) as user_count from people),
            bands as (
              select 1 as place, 'champion' as band
              union all select 2, 'established'
              union all select 3, 'developing'
              union all select 4, 'trialling'
              union all select 5, 'dormant'
              union all select 6, 'never_used'
              union all select 7, 'not_seen'
            ),
            facts as (
              select
                b.*,
                case when k.license_day is not null then p.quiet + coalesce(t.user_count, 0) end as user_count
              from bands b
              cross join period p
              cross join first_lists k
              left join totals t on t.band = b.band
            )
            select
              f.band,
              f.user_count,
              1e0 * f.user_count / nullif(e.user_count, 0) as user_ratio,
              :weight_frequency as weight_frequency,
              :weight_depth as weight_depth,
              :weight_breadth as weight_breadth,
              :target_workday_ratio as target_workday_ratio,
              :target_daily_interactions as target_daily_interactions,
              :target_apps as target_apps,
              :lookback_days as lookback_days
            from facts f
            cross join everyone e
            order by f.place

            """#
        ),
        SchemaFile(
            "engagement_scores",
            #"""
            -- question: How firmly do licensed people use Copilot?
            -- theme: Habits
            -- grain: one row per person licensed on the last day
            -- order: score desc, user_principal_name
            -- needs: audit_interactions, license_lists; optional directory
            -- source: Microsoft365-Analytics-Insights
            -- parameter: from_day day = first covered day | first
            -- parameter: to_day day = day after the last covered day | end
            -- parameter: weight_frequency real = 0.5 | weight
            -- parameter: weight_depth real = 0.3 | weight
            -- parameter: weight_breadth real = 0.2 | weight
            -- parameter: target_workday_ratio real = 0.6 | of workdays
            -- parameter: target_daily_interactions real = 5 | on active days
            -- parameter: target_apps int = 3 | apps
            -- parameter: lookback_days int = 365 | to the last day [days]
            -- column: user_principal_name text | who
            -- column: department text? | NULL: no directory
            -- column: active_day_count int? | NULL: unknown
            -- column: interaction_count int? | same
            -- column: app_count int? | same
            -- column: frequency_ratio real? | at most 1
            -- column: depth_ratio real? | same
            -- column: breadth_ratio real? | same
            -- column: score real? | 0-100; NULL: days missing
            -- column: band text? | by score, last use
            -- column: habit_bucket text? | active days in 28
            -- column: weight_frequency real | given
            -- column: weight_depth real | given
            -- column: weight_breadth real | given
            -- column: target_workday_ratio real | given
            -- column: target_daily_interactions real | given
            -- column: target_apps int | given
            -- column: lookback_days int | given
            with period as (
              select
                min(day_number) as first_number, max(day_number) as last_number, count(*) as day_count,
                case when sum(is_covered) = count(*) then 0 end as quiet
              from audit_calendar
              where day >= :from_day and day < :to_day
            ),
            seen as (
              select user_id, 1 as is_licensed, 0 as turns, 0 as days, 0 as apps, 0 as is_seen
              from period
              join license_spans on valid_from <= last_number and valid_to > last_number
              union all
              select u.id, 0, sum(interaction_count), count(distinct day_number), 0, 0
              from period
              cross join users u
              cross join covered_hours
                on user_id = u.id and day_number >= first_number and day_number <= last_number
              group by u.id
              union all
              select user_id, 0, 0, 0, count(*), 0
              from (
                select distinct user_id, app_id from covered_activity where day >= :from_day and day < :to_day
              ) a
              group by user_id
              union all
              select u.id, 0, 0, 0, 0, 1
              from period
              cross join users u
              cross join hourly_activity on user_id = u.id
                and day_number > last_number - :lookback_days and day_number < first_number
              group by u.id
            ),
            lookback as (
              select sum(is_covered) as known
              from period
              join audit_calendar on day_number > last_number - :lookback_days and day_number <= last_number
            ),
            people as (
              select
                user_id, sum(turns) as turns, sum(days) as days, sum(apps) as apps, max(is_seen) as is_seen
              from seen
              group by user_id
              having max(is_licensed) = 1
            ),
            rated as (
              select
                e.*, p.*, known,
                days / (day_count * 5e0 / 7 * :target_workday_ratio) as f,
                coalesce(1e0 * turns / nullif(days, 0), 0) / :target_daily_interactions as d,
                1e0 * apps / :target_apps as b,
                cast(1e0 * days * 28 / day_count + 5e-1 as integer) as pace
              from people e
              cross join period p
              cross join lookback
            ),
            capped as (
              select
                r.*,
                case when f > 1 then 1e0 else f end as f1, case when d > 1 then 1e0 else d end as d1,
                case when b > 1 then 1e0 else b end as b1
              from rated r
            ),
            scored as (
              select
                c.*,
                1e2 * (:weight_frequency * f1 + :weight_depth * d1 + :weight_breadth * b1)
                  as score
              from capped c
            )
            select
              u.user_principal_name,
              case when k.directory_day is not null and d.user_id is null then '(not in directory)'
                else d.department end as department,
              coalesce(nullif(days, 0), quiet) as active_day_count,
              coalesce(nullif(turns, 0), quiet) as interaction_count,
              coalesce(nullif(apps, 0), quiet) as app_count,
              quiet + f1 as frequency_ratio,
              quiet + d1 as depth_ratio,
              quiet + b1 as breadth_ratio,
              quiet + score as score,
              case when quiet is null then null
                when days = 0 and is_seen = 1 then 'dormant'
                when days = 0 and known = :lookback_days then 'never_used'
                when days = 0 then 'not_seen' when score < 25 then 'trialling' when score < 50 then 'developing'
                when score < 75 then 'established' when score >= 75 then 'champion' end as band,
              case when quiet is null or days = 0 then null
                when pace >= 20 then 'daily' when pace >= 11 then 'frequent' when pace >= 6 then 'moderate'
                else 'infrequent' end as habit_bucket,
              :weight_frequency as weight_frequency,
              :weight_depth as weight_depth,
              :weight_breadth as weight_breadth,
              :target_workday_ratio as target_workday_ratio,
              :target_daily_interactions as target_daily_interactions,
              :target_apps as target_apps,
              :lookback_days as lookback_days
            from scored s
            join users u on u.id = s.user_id
            cross join first_lists k
            left join directory_spans d
              on d.user_id = s.user_id and d.valid_from <= s.last_number and d.valid_to > s.last_number
            order by score desc, u.user_principal_name

            """#
        ),
        SchemaFile(
            "hourly_heatmap",
            #"""
            -- question: At which hours of the week is Copilot used?
            -- theme: Activity
            -- grain: one row per weekday and hour, always 168
            -- order: weekday, hour
            -- needs: audit_interactions
            -- source: creation time of the records, UTC; counted turns
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- column: weekday int | 1 Monday to 7 Sunday
            -- column: hour int | 0 to 23, UTC
            -- column: interaction_count int? [interactions] | counted turns; NULL: no such day is known
            -- column: prompt_count int? [messages] | prompts
            -- column: active_user_count int? [people] | distinct people in that hour of the week
            with window_days as (
              select day_number, weekday, is_covered
              from audit_calendar
              where day >= :from_day and day < :to_day
            ),
            period as (
              select
                min(day_number) as first_number, max(day_number) as last_number,
                sum(is_covered) as covered_count
              from window_days
            ),
            clock_hours as (
              select day_number - (select min(day_number) from days) as hour
              from days
              where day_number < 24 + (select min(day_number) from days)
            ),
            weekdays as (
              select d.weekday, coalesce(max(w.is_covered), max(p.covered_count)) as known_count
              from (select distinct weekday from days) d
              cross join period p
              left join window_days w on w.weekday = d.weekday
              group by d.weekday
            ),
            hour_use as (
              select
                min(w.weekday) as weekday, min(h.hour) as hour, sum(h.interaction_count) as interaction_count,
                sum(h.prompt_count) as prompt_count, count(distinct h.user_id) as user_count
              from hourly_activity h
              join window_days w on w.day_number = h.day_number
              where w.is_covered = 1
              group by w.weekday * 24 + h.hour
            )
            select
              d.weekday,
              h.hour,
              case when d.known_count > 0 then coalesce(u.interaction_count, 0) end as interaction_count,
              case when d.known_count > 0 then coalesce(u.prompt_count, 0) end as prompt_count,
              case when d.known_count > 0 then coalesce(u.user_count, 0) end as active_user_count
            from weekdays d
            cross join clock_hours h
            left join hour_use u on u.weekday = d.weekday and u.hour = h.hour
            order by d.weekday, h.hour

            """#
        ),
        SchemaFile(
            "license_activation_cohorts",
            #"""
            -- question: Do people with a new licence start to use it, month by month?
            -- theme: Licences
            -- grain: one row per calendar month with a licence start in the window
            -- order: month
            -- needs: license_lists, audit_interactions
            -- source: the rows of license_activations, by the month of the start
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- parameter: activation_days int = 30 | first use within so many days is an activation [days]
            -- column: month month | month of the licence start
            -- column: started_user_count int [people] | licence starts
            -- column: activated_user_count int [people] | of these, used in time
            -- column: pending_user_count int [people] | of these, not used in time so far, with days that are not known
            -- column: activation_ratio real? | activated / (started - pending)
            -- column: median_days_to_first_use real? [days] | of those with a first use, in time or late; NULL = none
            -- column: activation_days int [days] | as given
            with period as (
              select min(day_number) as first_number, max(day_number) as last_number
              from audit_calendar
              where day >= :from_day and day < :to_day
            ),
            reaching as (
              -- How far all licences of a person reach that began no later.
              select
                l.*, max(l.valid_to) over (partition by l.user_id order by l.valid_from, l.license_id) as reach
              from license_spans l
            ),
            linked as (
              select
                r.*, lag(r.reach) over (
                  partition by r.user_id order by r.valid_from, r.license_id
                ) as earlier_reach
              from reaching r
            ),
            numbered as (
              select
                l.*, sum(case when l.earlier_reach >= l.valid_from then 0 else 1 end) over (
                  partition by l.user_id order by l.valid_from, l.license_id
                ) as tenure
              from linked l
            ),
            tenures as (
              select user_id, min(valid_from) as start_number, max(valid_to) as end_number
              from numbered
              group by user_id, tenure
            ),
            starts as (
              select t.*, d.month
              from period p
              join tenures t on t.start_number >= p.first_number and t.start_number <= p.last_number
              join days d on d.day_number = t.start_number
            ),
            uses as (
              select distinct a.user_id, a.day_number
              from adoption_activity a
              where a.user_id in (select user_id from starts)
            ),
            first_uses as (
              select
                s.user_id, s.start_number,
                min(case when a.day_number >= s.start_number and a.day_number < s.end_number
                  then a.day_number end) as first_number
              from uses a
              left join starts s on s.user_id = a.user_id
              group by s.user_id, s.start_number
            ),
            start_days as (
              select s.start_number, count(*) as covered_count
              from (select distinct start_number from starts) s
              join covered_days c on c.source = 'audit_interactions'
                and c.day_number >= s.start_number and c.day_number <= s.start_number + :activation_days
              group by s.start_number
            ),
            people as (
              select
                s.month, f.first_number - s.start_number as wait,
                case when f.first_number - s.start_number <= :activation_days then 1
                  when c.covered_count = :activation_days + 1 then 0 end as is_activated,
                row_number() over (
                  partition by s.month, case when f.first_number > 0 then 1 end
                  order by f.first_number - s.start_number, s.user_id, s.start_number
                ) as place,
                count(f.first_number) over (partition by s.month) as user_count
              from starts s
              left join first_uses f on f.user_id = s.user_id and f.start_number = s.start_number
              left join start_days c on c.start_number = s.start_number
            ),
            months as (
              select
                month, count(*) as started_count, sum(coalesce(is_activated, 0)) as activated_count,
                count(*) - count(is_activated) as pending_count,
                avg(case when 2 * place >= user_count and 2 * place <= user_count + 2 then 1e0 * wait end)
                  as median_wait
              from people
              group by month
            )
            select
              m.month,
              m.started_count as started_user_count,
              m.activated_count as activated_user_count,
              m.pending_count as pending_user_count,
              1e0 * m.activated_count / nullif(m.started_count - m.pending_count, 0) as activation_ratio,
              m.median_wait as median_days_to_first_use,
              :activation_days as activation_days
            from months m
            order by m.month

            """#
        ),
        SchemaFile(
            "license_activations",
            #"""
            -- question: How long do people with a new licence take until they first use it?
            -- theme: Licences
            -- grain: one row per licence start in the window; a start that the oldest list only implies is none
            -- order: license_start_day, user_principal_name
            -- needs: license_lists, audit_interactions; optional directory
            -- source: time to first use as in Microsoft365-Analytics-Insights
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- parameter: activation_days int = 30 | first use within so many days is an activation [days]
            -- column: user_principal_name text | name
            -- column: department text? | on the last day; (none), (not in directory); NULL: no directory
            -- column: license_start_day day | first list that shows the licence; a change of product is no start
            -- column: first_use_day day? | first interaction while licensed, also after the window; NULL = none seen
            -- column: days_to_first_use int? [days] | since the start; 0 = the same day
            -- column: is_activated flag? | 0: not in time, every day of that time known; NULL = cannot be said yet
            -- column: had_used_before flag? | 1: an interaction before the start; NULL = history is missing
            -- column: activation_days int [days] | as given
            with period as (
              select min(day_number) as first_number, max(day_number) as last_number
              from audit_calendar
              where day >= :from_day and day < :to_day
            ),
            reaching as (
              -- How far all licences of a person reach that began no later.
              select
                l.*, max(l.valid_to) over (partition by l.user_id order by l.valid_from, l.license_id) as reach
              from license_spans l
            ),
            linked as (
              select
                r.*, lag(r.reach) over (
                  partition by r.user_id order by r.valid_from, r.license_id
                ) as earlier_reach
              from reaching r
            ),
            numbered as (
              select
                l.*, sum(case when l.earlier_reach >= l.valid_from then 0 else 1 end) over (
                  partition by l.user_id order by l.valid_from, l.license_id
                ) as tenure
              from linked l
            ),
            tenures as (
              select user_id, min(valid_from) as start_number, max(valid_to) as end_number
              from numbered
              group by user_id, tenure
            ),
            starts as (
              select t.*
              from period p
              join tenures t on t.start_number >= p.first_number and t.start_number <= p.last_number
            ),
            uses as (
              select distinct a.user_id, a.day_number
              from adoption_activity a
              where a.user_id in (select user_id from starts)
            ),
            first_uses as (
              select
                s.user_id, s.start_number,
                min(case when a.day_number >= s.start_number and a.day_number < s.end_number
                  then a.day_number end) as first_number,
                max(case when a.day_number < s.start_number then 1 end) as is_known_user
              from uses a
              left join starts s on s.user_id = a.user_id
              group by s.user_id, s.start_number
            ),
            start_days as (
              select
                s.start_number,
                sum(case when c.day_number >= s.start_number
                  and c.day_number <= s.start_number + :activation_days then 1 else 0 end) as covered_count,
                sum(case when c.day_number < s.start_number then 1 else 0 end) as covered_before_count,
                min(c.day_number) as first_covered
              from (select distinct start_number from starts) s
              join covered_days c on c.source = 'audit_interactions'
              group by s.start_number
            )
            select
              u.user_principal_name,
              case when f.directory_day is not null and d.user_id is null then '(not in directory)'
                else d.department end as department,
              x.day as license_start_day,
              y.day as first_use_day,
              a.first_number - s.start_number as days_to_first_use,
              case when a.first_number - s.start_number <= :activation_days then 1
                when c.covered_count = :activation_days + 1 then 0 end as is_activated,
              case when a.is_known_user = 1 then 1
                when c.covered_before_count > 0
                  and c.covered_before_count = s.start_number - c.first_covered then 0 end as had_used_before,
              :activation_days as activation_days
            from starts s
            join users u on u.id = s.user_id
            cross join period p
            cross join first_lists f
            left join first_uses a on a.user_id = s.user_id and a.start_number = s.start_number
            left join start_days c on c.start_number = s.start_number
            left join directory_spans d
              on d.user_id = s.user_id and d.valid_from <= p.last_number and d.valid_to > p.last_number
            left join days x on x.day_number = s.start_number
            left join days y on y.day_number = a.first_number
            order by license_start_day, u.user_principal_name

            """#
        ),
        SchemaFile(
            "license_candidates",
            #"""
            -- question: Who works with Copilot without a licence, and should get one?
            -- theme: Licences
            -- grain: one row per person active in the window, not licensed on its last day, account not disabled
            -- order: is_recommended desc, priority_score desc, user_principal_name
            -- needs: audit_interactions, license_lists; optional directory
            -- source: priority as in the AI-in-One dashboard
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- parameter: min_active_days int = 3 | fewer active days are no reason for a licence [days]
            -- parameter: weight_prompts real = 0.6 | weight of prompts in 28 days
            -- parameter: weight_active_days real = 0.3 | weight of active days in 28 days
            -- parameter: weight_prompts_per_day real = 0.1 | weight of prompts on an active day
            -- column: user_principal_name text | name
            -- column: display_name text? | name in lists
            -- column: department text? | (none), (not in directory); NULL: no directory
            -- column: is_guest flag? | as the directory says, else by the name; NULL = not told
            -- column: interaction_count int [interactions] | counted turns
            -- column: prompt_count int [messages] | prompts
            -- column: active_day_count int [days] | days with an interaction
            -- column: active_week_count int [weeks] | calendar weeks with an interaction
            -- column: app_count int | apps
            -- column: last_active_day day | in the window
            -- column: priority_score real | weighted sum of the three, for 28 days
            -- column: is_recommended flag | 1: enough active days, and no guest
            -- column: min_active_days int [days] | as given
            -- column: weight_prompts real | as given
            -- column: weight_active_days real | as given
            -- column: weight_prompts_per_day real | as given
            with period as (
              select
                min(day_number) as first_number, max(day_number) as last_number, count(*) as day_count
              from audit_calendar
              where day >= :from_day and day < :to_day
            ),
            licensed as (
              select l.user_id
              from period p
              join license_spans l on l.valid_from <= p.last_number and l.valid_to > p.last_number
              group by l.user_id
            ),
            active as (
              select
                u.id as user_id, count(distinct cast((h.day_number + 3) / 7 as integer)) as weeks,
                count(distinct h.day_number) as days, max(h.day_number) as last_number,
                sum(h.interaction_count) as turns, sum(h.prompt_count) as prompts
              from users u
              cross join covered_hours h on h.user_id = u.id
                and h.day_number >= (select first_number from period)
                and h.day_number <= (select last_number from period)
                and u.id not in (select user_id from licensed)
              group by u.id
            ),
            person_apps as (
              select distinct user_id, app_id
              from covered_activity
              where day >= :from_day and day < :to_day
                and user_id not in (select user_id from licensed)
            ),
            breadth as (select user_id, count(*) as apps from person_apps group by user_id),
            names as (
              select
                u.id, min(u.user_principal_name) as name, max(length(u.user_principal_name)) + 17893 as stop
              from active a
              join users u on u.id = a.user_id
              group by u.id
            ),
            guest_names as (
              -- The calendar counts the letters of a name: wherever #ext# stands, it marks a guest.
              select distinct x.id
              from names x
              join days n on n.day_number < x.stop and substr(x.name, n.day_number - 17896, 5) = '#ext#'
            ),
            facts as (
              select
                a.*, u.user_principal_name, u.display_name,
                case when f.directory_day is not null and d.user_id is null then '(not in directory)'
                  else d.department end as department,
                case when lower(d.user_type) = 'guest' then 1 when d.user_type is not null then 0
                  when g.id is not null then 1 end as is_guest,
                :weight_prompts * a.prompts * 28 / p.day_count + :weight_active_days * a.days * 28 / p.day_count
                  + 1e0 * :weight_prompts_per_day * a.prompts / a.days as score
              from active a
              join users u on u.id = a.user_id
              cross join period p
              join first_lists f on f.license_day is not null
              left join directory_spans d
                on d.user_id = a.user_id and d.valid_from <= p.last_number and d.valid_to > p.last_number
              left join guest_names g on g.id = a.user_id
              where coalesce(d.is_account_enabled, 1) = 1
            )
            select
              f.user_principal_name,
              f.display_name,
              f.department,
              f.is_guest,
              f.turns as interaction_count,
              f.prompts as prompt_count,
              f.days as active_day_count,
              f.weeks as active_week_count,
              b.apps as app_count,
              l.day as last_active_day,
              f.score as priority_score,
              case when f.days >= :min_active_days and coalesce(f.is_guest, 0) = 0 then 1 else 0 end
                as is_recommended,
              :min_active_days as min_active_days,
              :weight_prompts as weight_prompts,
              :weight_active_days as weight_active_days,
              :weight_prompts_per_day as weight_prompts_per_day
            from facts f
            join breadth b on b.user_id = f.user_id
            join days l on l.day_number = f.last_number
            order by is_recommended desc, priority_score desc, f.user_principal_name

            """#
        ),
        SchemaFile(
            "license_history",
            #"""
            -- question: How did the number of licences and their use develop?
            -- theme: Licences
            -- grain: one row per calendar month with a day in the window; only days in the window count
            -- order: month
            -- needs: license_lists; optional audit_interactions
            -- source: licensed and active people as in the Microsoft 365 usage report
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- column: month month | the month
            -- column: decided_day day | its last day in the window: who is licensed that day
            -- column: license_basis text? | observed, or assumed before the first licence list
            -- column: licensed_user_count int? [people] | people licensed
            -- column: gained_user_count int? [people] | of these, not licensed the day before the row's first day
            -- column: lost_user_count int? [people] | licensed the day before the row's first day, and no longer
            -- column: active_licensed_user_count int? [people] | licensed, with an interaction
            -- column: idle_licensed_user_count int? [people] | licensed, without; only if every day is covered
            -- column: utilization_ratio real? | active licensed / licensed; only if every day is covered
            -- column: is_complete flag | 1: the whole month lies in the window and is covered
            with window_months as (
              select
                month, min(day_number) as first_number, max(day_number) as last_number,
                count(*) as day_count, sum(is_covered) as covered_count
              from audit_calendar
              where day >= :from_day and day < :to_day
              group by month
            ),
            calendar_months as (select month, count(*) as day_count from days group by month),
            licensed as (
              select distinct m.first_number, l.user_id
              from window_months m
              join license_spans l on l.valid_from <= m.last_number and l.valid_to > m.last_number
            ),
            licensed_before as (
              select distinct m.first_number, l.user_id
              from window_months m
              join license_spans l on l.valid_from < m.first_number and l.valid_to >= m.first_number
            ),
            month_days as (
              select c.day_number, m.first_number
              from window_months m
              join audit_calendar c on c.month = m.month and c.is_covered = 1
              where c.day >= :from_day and c.day < :to_day
            ),
            active as (
              select distinct m.first_number, u.id as user_id
              from users u
              cross join hourly_activity h on h.user_id = u.id
                and h.day_number >= (select min(day_number) from month_days)
                and h.day_number <= (select max(day_number) from month_days)
              join month_days m on m.day_number = h.day_number
            ),
            holders as (
              select
                l.first_number, count(*) as licensed_count, count(a.user_id) as active_count,
                count(*) - count(b.user_id) as gained_count
              from licensed l
              left join licensed_before b on b.first_number = l.first_number and b.user_id = l.user_id
              left join active a on a.first_number = l.first_number and a.user_id = l.user_id
              group by l.first_number
            ),
            leavers as (
              select b.first_number, count(*) - count(l.user_id) as lost_count
              from licensed_before b
              left join licensed l on l.first_number = b.first_number and l.user_id = b.user_id
              group by b.first_number
            ),
            facts as (
              select
                m.*, c.day_count as calendar_count, f.license_day,
                coalesce(h.licensed_count, 0) as licensed_count, coalesce(h.active_count, 0) as active_count,
                coalesce(h.gained_count, 0) as gained_count, coalesce(v.lost_count, 0) as lost_count
              from window_months m
              join calendar_months c on c.month = m.month
              cross join first_lists f
              left join holders h on h.first_number = m.first_number
              left join leavers v on v.first_number = m.first_number
            )
            select
              f.month,
              d.day as decided_day,
              case when f.license_day > f.last_number then 'assumed'
                when f.license_day is not null then 'observed' end as license_basis,
              case when f.license_day is not null then f.licensed_count end as licensed_user_count,
              case when f.license_day is not null then f.gained_count end as gained_user_count,
              case when f.license_day is not null then f.lost_count end as lost_user_count,
              case when f.license_day is not null and f.covered_count > 0 then f.active_count end
                as active_licensed_user_count,
              case when f.license_day is not null and f.covered_count = f.day_count
                then f.licensed_count - f.active_count end as idle_licensed_user_count,
              case when f.license_day is not null and f.covered_count = f.day_count
                then 1e0 * f.active_count / nullif(f.licensed_count, 0) end as utilization_ratio,
              case when f.covered_count = f.calendar_count then 1 else 0 end as is_complete
            from facts f
            join days d on d.day_number = f.last_number
            order by f.month

            """#
        ),
        SchemaFile(
            "license_seat_states",
            #"""
            -- question: What became of every licence since the period before?
            -- theme: Licences
            -- grain: one row per state, always seven
            -- order: retained, reactivated, lapsed, still_idle, newly_assigned_active, newly_assigned_idle, removed
            -- needs: license_lists, audit_interactions
            -- source: states of seats as in Microsoft365-Analytics-Insights; before: as many days, ending where the window begins
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- column: state text | held on the last day of both periods and used in both, only now, only before or never; new and used or not; no longer held
            -- column: user_count int? [people] | NULL unless every day of both periods is covered
            -- column: user_ratio real? | of all people licensed now; NULL for removed, and unless every day is covered
            with period as (
              select
                min(day_number) as first_number, max(day_number) as last_number, count(*) as day_count
              from audit_calendar
              where day >= :from_day and day < :to_day
            ),
            known as (
              select
                p.first_number, p.last_number,
                case when count(c.day_number) = 2 * max(p.day_count) then 1 end as is_covered
              from period p
              left join covered_days c on c.source = 'audit_interactions'
                and c.day_number >= p.first_number - p.day_count and c.day_number <= p.last_number
              group by p.first_number, p.last_number
            ),
            held as (
              select
                l.user_id,
                max(case when l.valid_from <= k.last_number and l.valid_to > k.last_number then 1 else 0 end)
                  as is_now,
                max(case when l.valid_from < k.first_number and l.valid_to >= k.first_number then 1 else 0 end)
                  as was_before
              from known k
              cross join license_spans l
              group by l.user_id
            ),
            later_users as (
              select distinct a.user_id
              from known k
              join adoption_activity a on a.day_number >= k.first_number and a.day_number <= k.last_number
            ),
            earlier_users as (
              select distinct a.user_id
              from known k
              join period p on p.first_number = k.first_number
              join adoption_activity a
                on a.day_number >= p.first_number - p.day_count and a.day_number < p.first_number
            ),
            seats as (
              select
                h.is_now,
                case
                  when h.is_now = 0 then 7
                  when h.was_before = 0 then case when a.user_id is not null then 5 else 6 end
                  when a.user_id is not null then case when b.user_id is not null then 1 else 2 end
                  when b.user_id is not null then 3
                  else 4
                end as place
              from held h
              left join later_users a on a.user_id = h.user_id
              left join earlier_users b on b.user_id = h.user_id
              where h.is_now = 1 or h.was_before = 1
            ),
            counts as (select place, count(*) as user_count from seats group by place),
            everybody as (select sum(is_now) as user_count from seats),
            states as (
              select 1 as place, 'retained' as state
              union all select 2, 'reactivated'
              union all select 3, 'lapsed'
              union all select 4, 'still_idle'
              union all select 5, 'newly_assigned_active'
              union all select 6, 'newly_assigned_idle'
              union all select 7, 'removed'
            )
            select
              s.state,
              case when k.is_covered = 1 and f.license_day is not null then coalesce(c.user_count, 0) end
                as user_count,
              case when k.is_covered = 1 and f.license_day is not null and s.place < 7
                then 1e0 * coalesce(c.user_count, 0) / nullif(e.user_count, 0) end as user_ratio
            from states s
            cross join known k
            cross join everybody e
            cross join first_lists f
            left join counts c on c.place = s.place
            order by s.place

            """#
        ),
        SchemaFile(
            "license_utilization",
            #"""
            -- question: How many licences are used?
            -- theme: Licences
            -- grain: one row
            -- order: none
            -- needs: license_lists; optional audit_interactions, directory, purchased_seats
            -- source: licensed and active people as in the Microsoft 365 usage report
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- column: decided_day day | last day of the window: who is licensed that day
            -- column: license_basis text? | observed, or assumed before the first licence list
            -- column: purchased_license_count int? [seats] | seats in the newest list of subscriptions by then
            -- column: unassigned_license_count int? [seats] | purchased - licensed; may be negative
            -- column: licensed_user_count int? [people] | people licensed
            -- column: active_licensed_user_count int? [people] | of these, with an interaction in the window
            -- column: idle_licensed_user_count int? [people] | of these, without; only if every day is covered
            -- column: utilization_ratio real? | active licensed / licensed; only if every day is covered
            -- column: disabled_licensed_user_count int? [people] | licensed accounts that are disabled
            -- column: never_seen_licensed_user_count int? [people] | licensed, no interaction in history
            -- column: unlicensed_active_user_count int? [people] | active in the window, not licensed
            with period as (
              select
                min(day_number) as first_number, max(day_number) as last_number, count(*) as day_count,
                sum(is_covered) as covered_count
              from audit_calendar
              where day >= :from_day and day < :to_day
            ),
            history_days as (
              select
                min(c.day_number) as first_number, max(c.day_number) as last_number, count(*) as day_count
              from period p
              join covered_days c on c.source = 'audit_interactions' and c.day_number <= p.last_number
            ),
            active as (
              select u.id as user_id
              from users u
              cross join covered_hours h on h.user_id = u.id
                and h.day_number >= (select first_number from period)
                and h.day_number <= (select last_number from period)
              group by u.id
            ),
            seen as (
              select u.id as user_id
              from users u
              cross join hourly_activity h on h.user_id = u.id
                and h.day_number <= (select last_number from period)
              group by u.id
            ),
            licensed as (
              select l.user_id
              from period p
              join license_spans l on l.valid_from <= p.last_number and l.valid_to > p.last_number
              group by l.user_id
            ),
            disabled as (
              select d.user_id
              from period p
              join directory_spans d on d.valid_from <= p.last_number and d.valid_to > p.last_number
              where d.is_account_enabled = 0
            ),
            totals as (
              select
                count(*) as licensed_count, count(a.user_id) as active_count,
                count(*) - count(s.user_id) as never_seen_count, count(d.user_id) as disabled_count
              from licensed l
              left join active a on a.user_id = l.user_id
              left join seen s on s.user_id = l.user_id
              left join disabled d on d.user_id = l.user_id
            ),
            active_total as (select count(*) as active_count from active),
            seat_lists as (
              select s.id, row_number() over (order by s.day_number desc, s.id desc) as place
              from period p
              join snapshots s on s.kind = 'seats' and s.day_number <= p.last_number
            ),
            seats as (
              select sum(case when c.is_copilot = 1 then b.enabled_count else 0 end) as purchased_count
              from seat_lists s
              left join purchased_seats b on b.snapshot_id = s.id
              left join licenses c on c.id = b.license_id
              where s.place = 1
            )
            select
              decided.day as decided_day,
              case when f.license_day > p.last_number then 'assumed'
                when f.license_day is not null then 'observed' end as license_basis,
              b.purchased_count as purchased_license_count,
              b.purchased_count - t.licensed_count as unassigned_license_count,
              t.licensed_count as licensed_user_count,
              case when p.covered_count > 0 then t.active_count end as active_licensed_user_count,
              case when p.covered_count = p.day_count then t.licensed_count - t.active_count end
                as idle_licensed_user_count,
              case when p.covered_count = p.day_count
                then 1e0 * t.active_count / nullif(t.licensed_count, 0) end as utilization_ratio,
              case when f.account_state_day is not null then t.disabled_count end
                as disabled_licensed_user_count,
              case when h.last_number = p.last_number and h.day_count = h.last_number - h.first_number + 1
                then t.never_seen_count end as never_seen_licensed_user_count,
              case when p.covered_count > 0 then a.active_count - t.active_count end
                as unlicensed_active_user_count
            from period p
            join days decided on decided.day_number = p.last_number
            cross join first_lists f
            cross join history_days h
            cross join active_total a
            cross join seats b
            left join totals t on f.license_day is not null

            """#
        ),
        SchemaFile(
            "monthly_active_users",
            #"""
            -- question: Who is new each month, who stayed, came back, was lost?
            -- theme: Activity
            -- grain: one row per month with a day in the window; its other days do not count
            -- order: month
            -- needs: audit_interactions
            -- source: active user as in the Microsoft 365 report
            -- parameter: from_day day = first covered day | first day
            -- parameter: to_day day = day after the last covered day | day after
            -- column: month month | the month
            -- column: day_count int [days] | days in the window
            -- column: covered_day_count int [days] | of these, known
            -- column: is_complete flag | 1: the whole month is in the window and known
            -- column: active_user_count int? [people] | with an interaction; NULL: no day is known
            -- column: new_user_count int? [people] | active, never seen before; NULL: month before not known
            -- column: retained_user_count int? [people] | active, as in the month before
            -- column: reactivated_user_count int? [people] | active, seen earlier only
            -- column: previous_active_user_count int? [people] | active in the month before
            -- column: lapsed_user_count int? [people] | of these, not now; if complete
            -- column: retention_ratio real? | retained / active before; only if complete
            -- column: interaction_count int? [interactions] | counted turns
            -- column: prompt_count int? [messages] | prompts
            -- column: conversation_count int? [conversations] | distinct threads
            -- column: active_days_per_active_user real? | pairs of person and day / active users
            with asked as (
              select day_number, month, is_covered
              from audit_calendar
              where day >= :from_day and day < :to_day
            ),
            listed as (
              select
                month, min(day_number) as first_day, max(day_number) as last_day, count(*) as day_count,
                sum(is_covered) as known
              from asked
              group by month
            ),
            months as (
              select
                month, row_number() over (order by month) as place, min(day_number) as first_day,
                max(day_number) as last_day, sum(1 - is_covered) as gap_count
              from audit_calendar
              group by month
            ),
            places as (
              select
                c.day_number, m.place,
                case when c.day >= :from_day and c.day < :to_day then c.is_covered else 0 end as is_counted
              from audit_calendar c
              join months m on m.month = c.month
              where m.first_day <= (select max(day_number) from asked)
            ),
            seen as (
              select distinct u.id as user_id, p.place, p.is_counted
              from users u
              cross join hourly_activity h on h.user_id = u.id
              join places p on p.day_number = h.day_number
            ),
            steps as (
              select
                place, max(is_counted) as is_counted,
                lag(place, 1, -1) over (partition by user_id order by place) as before
              from seen
              group by user_id, place
            ),
            people as (
              select
                place, count(*) as seen_count, sum(is_counted) as user_count,
                sum(case before when -1 then is_counted else 0 end) as new_count,
                sum(case before when place - 1 then is_counted else 0 end) as kept_count
              from steps
              group by place
            ),
            sums as (
              select
                w.month, sum(d.people) as user_day_count, sum(d.turns) as turns, sum(d.prompts) as prompts,
                sum(d.threads) as threads
              from asked w
              join (
                select
                  day_number, count(distinct user_id) as people, sum(interaction_count) as turns,
                  sum(prompt_count) as prompts, sum(conversation_count) as threads
                from adoption_activity
                where day_number in (select day_number from asked where is_covered = 1)
                group by day_number
              ) d on d.day_number = w.day_number
              group by w.month
            ),
            shared as (
              select d.month, count(distinct c.thread_id) as threads
              from asked d
              join shared_conversations c on c.day_number = d.day_number
              where d.is_covered = 1
              group by d.month
            ),
            facts as (
              select
                w.*, coalesce(p.user_count, 0) as user_count, coalesce(p.new_count, 0) as new_count,
                coalesce(p.kept_count, 0) as kept_count, s.user_day_count,
                s.turns, s.prompts, s.threads + coalesce(t.threads, 0) as threads,
                case when w.known > 0 then 0 end as zero,
                case b.gap_count when 0 then coalesce(q.seen_count, 0) end as old_count,
                case when w.known = m.last_day - m.first_day + 1 then 1 else 0 end as is_complete
              from listed w
              join months m on m.month = w.month
              left join months b on b.place = m.place - 1
              left join people p on p.place = m.place
              left join people q on q.place = m.place - 1
              left join sums s on s.month = w.month
              left join shared t on t.month = w.month
            )
            select
              month,
              day_count,
              known as covered_day_count,
              is_complete,
              zero + user_count as active_user_count,
              zero * old_count + new_count as new_user_count,
              zero * old_count + kept_count as retained_user_count,
              zero * old_count + user_count - new_count - kept_count as reactivated_user_count,
              zero + old_count as previous_active_user_count,
              case when is_complete = 1 then old_count - kept_count end as lapsed_user_count,
              case when is_complete = 1 then 1e0 * kept_count / nullif(old_count, 0) end as retention_ratio,
              zero + coalesce(turns, 0) as interaction_count,
              zero + coalesce(prompts, 0) as prompt_count,
              zero + coalesce(threads, 0) as conversation_count,
              1e0 * user_day_count / nullif(user_count, 0) as active_days_per_active_user
            from facts
            order by month

            """#
        ),
        SchemaFile(
            "plugin_and_model_usage",
            #"""
            -- question: Which language models and plug-ins are used?
            -- theme: Resources and risk
            -- grain: one row per kind and name
            -- order: kind, interaction_count desc, name
            -- needs: audit_interactions
            -- source: counted turns of people on covered days
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- column: kind text | model or plugin
            -- column: name text | model, else its provider; plug-in id, else name; (none): none told
            -- column: interaction_count int [interactions] | with two of a kind it counts for both
            -- column: user_count int [people] | people with such an interaction
            -- column: interaction_ratio real? | of all interactions in the window
            with period as (
              select min(day_number) as first_number, max(day_number) as last_number
              from days
              where day >= :from_day and day < :to_day
            ),
            bounds as (
              select p.first_number, p.last_number, min(i.id) as first_id, max(i.id) as last_id
              from period p
              join interactions i on i.day_number >= p.first_number and i.day_number <= p.last_number
              group by p.first_number, p.last_number
            ),
            names as (
              select kind, id, name, min(id) over (partition by kind, name) as name_id
              from (
                select
                  'model' as kind, id, coalesce(nullif(model_name, ''), nullif(provider_name, '')) as name
                from models
                union all
                select 'plugin', id, coalesce(nullif(plugin_id, ''), nullif(name, '')) from plugins
              ) n
              where name is not null
            ),
            elements as (
              select
                'model' as kind, x.interaction_id, n.name_id, t.user_id
              from bounds b
              cross join interaction_models x
              cross join covered_turns t
              cross join names n
              where x.interaction_id >= b.first_id and x.interaction_id <= b.last_id
                and t.interaction_id = x.interaction_id
                and t.day_number >= b.first_number and t.day_number <= b.last_number
                and n.kind = 'model' and n.id = x.model_id
              union all
              select
                'plugin', x.interaction_id, n.name_id, t.user_id
              from bounds b
              cross join interaction_plugins x
              cross join covered_turns t
              cross join names n
              where x.interaction_id >= b.first_id and x.interaction_id <= b.last_id
                and t.interaction_id = x.interaction_id
                and t.day_number >= b.first_number and t.day_number <= b.last_number
                and n.kind = 'plugin' and n.id = x.plugin_id
            ),
            by_user as (
              select kind, user_id, name_id, count(distinct interaction_id) as turns
              from elements
              group by kind, user_id, name_id
            ),
            active as (
              select a.user_id, sum(a.interaction_count) as turns
              from covered_activity a
              where a.day >= :from_day and a.day < :to_day
              group by a.user_id
            ),
            rest as (
              select k.kind, a.turns - coalesce(u.turns, 0) as turns
              from active a
              cross join (select 'model' as kind union all select 'plugin') k
              left join (
                select kind, user_id, count(distinct interaction_id) as turns
                from elements
                group by kind, user_id
              ) u on u.kind = k.kind and u.user_id = a.user_id
            ),
            counts as (
              select n.kind, n.name, sum(u.turns) as turns, count(*) as people
              from by_user u
              join names n on n.kind = u.kind and n.id = u.name_id
              group by n.kind, n.name
              union all
              select kind, '(none)', sum(turns), count(*) from rest where turns > 0 group by kind
            )
            select
              c.kind,
              c.name,
              c.turns as interaction_count,
              c.people as user_count,
              1e0 * c.turns / a.turns as interaction_ratio
            from counts c
            cross join (select sum(turns) as turns from active) a
            order by c.kind, interaction_count desc, c.name

            """#
        ),
        SchemaFile(
            "prompts_distribution",
            #"""
            -- question: How many prompts do people write?
            -- theme: Habits
            -- grain: one row per band of prompts, bands without people included
            -- order: lowest_prompt_count
            -- needs: audit_interactions; optional license_lists
            -- source: active people and people licensed on the last day; bands as in CopilotChatAnalytics
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- column: band text | prompts of one person in the window
            -- column: lowest_prompt_count int [messages] | first number of the band
            -- column: highest_prompt_count int? [messages] | last number of the band; NULL: no end
            -- column: user_count int? [people] | people in the band; band 0: only if every day is covered
            -- column: licensed_user_count int? [people] | of these, licensed on the last day; NULL without a list
            -- column: user_ratio real? | people / people of all bands; only if every day is covered
            -- column: prompt_count int? [messages] | prompts; band 0: only if every day is covered
            with period as (
              select
                min(day_number) as first_number, max(day_number) as last_number,
                case when sum(is_covered) > 0 then 0 end as presence,
                case when sum(is_covered) = count(*) then 0 end as absence
              from audit_calendar
              where day >= :from_day and day < :to_day
            ),
            person_prompts as (
              select u.id as user_id, sum(h.prompt_count) as prompt_count
              from users u
              cross join covered_hours h on h.user_id = u.id
                and h.day_number >= (select first_number from period)
                and h.day_number <= (select last_number from period)
              group by u.id
            ),
            sightings as (
              select user_id, prompt_count, 0 as is_licensed from person_prompts
              union all
              select l.user_id, 0, 1
              from period p
              join license_spans l on l.valid_from <= p.last_number and l.valid_to > p.last_number
            ),
            people as (
              select user_id, sum(prompt_count) as prompt_count, max(is_licensed) as is_licensed
              from sightings
              group by user_id
            ),
            placed as (
              select
                p.*,
                case when prompt_count = 0 then 0 when prompt_count <= 10 then 1 when prompt_count <= 50 then 11
                  when prompt_count <= 100 then 51 when prompt_count <= 500 then 101
                  when prompt_count <= 1000 then 501 else 1001 end as lowest
              from people p
            ),
            totals as (
              select
                lowest, count(*) as user_count, sum(is_licensed) as licensed_count,
                sum(prompt_count) as prompt_count
              from placed
              group by lowest
            ),
            bands as (
              select '0' as band, 0 as lowest, 0 as highest
              union all select '1-10', 1, 10
              union all select '11-50', 11, 50
              union all select '51-100', 51, 100
              union all select '101-500', 101, 500
              union all select '501-1000', 501, 1000
              union all select '1001+', 1001, null
            ),
            everyone as (select sum(user_count) as user_count from totals),
            facts as (
              select
                b.*, t.user_count, t.licensed_count, t.prompt_count, p.absence,
                case when b.lowest = 0 then p.absence else p.presence end as quiet
              from bands b
              cross join period p
              left join totals t on t.lowest = b.lowest
            )
            select
              f.band,
              f.lowest as lowest_prompt_count,
              f.highest as highest_prompt_count,
              f.quiet + coalesce(f.user_count, 0) as user_count,
              case when k.license_day is not null then f.quiet + coalesce(f.licensed_count, 0) end
                as licensed_user_count,
              1e0 * (f.absence + coalesce(f.user_count, 0)) / nullif(e.user_count, 0) as user_ratio,
              f.quiet + coalesce(f.prompt_count, 0) as prompt_count
            from facts f
            cross join first_lists k
            cross join everyone e
            order by f.lowest

            """#
        ),
        SchemaFile(
            "reclaim_candidate_counts",
            #"""
            -- question: How many licences can be taken back, by certainty and reason?
            -- theme: Licences
            -- grain: one row per tier and reason that occurs
            -- order: tier certain, probable, review, excluded; reason
            -- needs: license_lists, audit_interactions or report_user_details; optional directory
            -- source: the rows of reclaim_candidates, counted
            -- parameter: as_of_day day = last covered day | stands for today
            -- parameter: idle_days int = 60 | days without use that make a licence idle [days]
            -- parameter: grace_days int = 30 | a younger licence or account is new [days]
            -- parameter: report_lag_days int = 7 | a younger report is fresh [days]
            -- column: tier text | certain, probable, review, excluded
            -- column: reason text | the rule
            -- column: user_count int [people] | licensed people
            -- column: oldest_idle_day_count int? [days] | longest time without use; NULL = none of them was seen
            -- column: idle_days int [days] | as given
            -- column: grace_days int [days] | as given
            -- column: report_lag_days int [days] | as given
            with today as (select day_number as today from days where day = :as_of_day),
            idle_window as (
              select count(c.day_number) as covered_count
              from today t
              join covered_days c on c.source = 'audit_interactions'
                and c.day_number > t.today - :idle_days and c.day_number <= t.today
            ),
            licensed as (
              select user_id, min(known_since) as known_since, max(is_start_assumed) as is_assumed
              from today t
              join license_spans l on l.valid_from <= t.today and l.valid_to > t.today
              group by user_id
            ),
            seen as (
              select u.id as user_id, max(h.day_number) as last_number
              from users u
              cross join hourly_activity h on h.user_id = u.id and h.day_number <= (select today from today)
              group by u.id
            ),
            reported as (
              select user_id, refresh_day, last_activity_day
              from (
                select r.*, row_number() over (partition by user_id order by refresh_day desc) as place
                from today t
                join report_people r on r.refresh_day <= t.today
              ) n
              where n.place = 1 and n.user_id is not null
            ),
            facts as (
              select
                l.is_assumed, d.is_account_enabled,
                t.today - case when r.last_activity_day > coalesce(s.last_number, 0)
                  then r.last_activity_day else s.last_number end as idle_count,
                case when i.covered_count >= :idle_days or r.refresh_day >= t.today - :report_lag_days
                  then 1 else 0 end as has_history,
                case when l.known_since > t.today - :grace_days then 1 else 0 end as is_new,
                case when u.created_day > t.today - :grace_days then 1 else 0 end as is_joining,
                case when f.directory_day is not null and d.user_id is null then 1 else 0 end as is_missing,
                case when x.user_id > 0 and coalesce(x.review_day, t.today + 1) > t.today then 1 else 0 end
                  as is_excluded
              from licensed l
              join users u on u.id = l.user_id
              cross join today t
              cross join idle_window i
              cross join first_lists f
              left join seen s on s.user_id = l.user_id
              left join reported r on r.user_id = l.user_id
              left join license_exclusions x on x.user_id = l.user_id
              left join directory_spans d
                on d.user_id = l.user_id and d.valid_from <= t.today and d.valid_to > t.today
            ),
            reasoned as (
              select
                f.idle_count,
                case
                  when is_excluded = 1 then 'excluded'
                  when is_account_enabled = 0 then 'account_disabled'
                  when idle_count < :idle_days then 'in_use'
                  when has_history = 0 then 'not_enough_history'
                  when is_new > is_assumed or is_joining = 1 then 'new_starter'
                  when is_missing = 1 and (idle_count >= 0 or is_new = 0) then 'not_in_directory'
                  when idle_count is not null then 'idle'
                  when is_new = 0 then 'never_used'
                  else 'never_used_unknown_tenure'
                end as reason
              from facts f
            )
            select
              t.tier,
              r.reason,
              count(*) as user_count,
              max(r.idle_count) as oldest_idle_day_count,
              :idle_days as idle_days,
              :grace_days as grace_days,
              :report_lag_days as report_lag_days
            from reasoned r
            join reclaim_reasons t on t.reason = r.reason
            group by t.place, t.tier, r.reason
            order by t.place, r.reason

            """#
        ),
        SchemaFile(
            "reclaim_candidates",
            #"""
            -- question: Which licences can be taken back, and how sure are we?
            -- theme: Licences
            -- grain: one row per licensed person without recent use
            -- order: tier, never used, longest idle, user_principal_name
            -- needs: license_lists, audit_interactions or report_user_details; optional directory
            -- source: audit data or Microsoft's user report, the later one
            -- parameter: as_of_day day = last covered day | stands for today
            -- parameter: idle_days int = 60 | days without use that make a licence idle [days]
            -- parameter: grace_days int = 30 | a younger licence or account is new [days]
            -- parameter: report_lag_days int = 7 | a younger report is fresh [days]
            -- column: user_principal_name text | name
            -- column: display_name text? | name in lists
            -- column: department text? | (none), (not in directory); NULL: no directory
            -- column: tier text | certain, probable, review, excluded
            -- column: reason text | the rule
            -- column: last_active_day day? | newest in audit data
            -- column: last_report_activity_day day? | newest in report
            -- column: idle_day_count int? [days] | since the later one; NULL = never used
            -- column: license_known_since_day day | first day listed
            -- column: account_created_day day? | NULL if unknown
            -- column: is_account_enabled flag? | 0: disabled
            -- column: manager_user_principal_name text? | manager
            -- column: idle_days int [days] | as given
            -- column: grace_days int [days] | as given
            -- column: report_lag_days int [days] | as given
            with today as (select day_number as today from days where day = :as_of_day),
            idle_window as (
              select count(c.day_number) as covered_count
              from today t
              join covered_days c on c.source = 'audit_interactions'
                and c.day_number > t.today - :idle_days and c.day_number <= t.today
            ),
            licensed as (
              select user_id, min(known_since) as known_since, max(is_start_assumed) as is_assumed
              from today t
              join license_spans l on l.valid_from <= t.today and l.valid_to > t.today
              group by user_id
            ),
            seen as (
              select u.id as user_id, max(h.day_number) as last_number
              from users u
              cross join hourly_activity h on h.user_id = u.id and h.day_number <= (select today from today)
              group by u.id
            ),
            reported as (
              select user_id, refresh_day, last_activity_day
              from (
                select r.*, row_number() over (partition by user_id order by refresh_day desc) as place
                from today t
                join report_people r on r.refresh_day <= t.today
              ) n
              where n.place = 1 and n.user_id is not null
            ),
            facts as (
              select
                l.*, s.last_number, r.last_activity_day, u.created_day, d.is_account_enabled,
                d.department, d.manager_user_id,
                t.today - case when r.last_activity_day > coalesce(s.last_number, 0)
                  then r.last_activity_day else s.last_number end as idle_count,
                case when i.covered_count >= :idle_days or r.refresh_day >= t.today - :report_lag_days
                  then 1 else 0 end as has_history,
                case when l.known_since > t.today - :grace_days then 1 else 0 end as is_new,
                case when u.created_day > t.today - :grace_days then 1 else 0 end as is_joining,
                case when f.directory_day is not null and d.user_id is null then 1 else 0 end as is_missing,
                case when x.user_id > 0 and coalesce(x.review_day, t.today + 1) > t.today then 1 else 0 end
                  as is_excluded
              from licensed l
              join users u on u.id = l.user_id
              cross join today t
              cross join idle_window i
              cross join first_lists f
              left join seen s on s.user_id = l.user_id
              left join reported r on r.user_id = l.user_id
              left join license_exclusions x on x.user_id = l.user_id
              left join directory_spans d
                on d.user_id = l.user_id and d.valid_from <= t.today and d.valid_to > t.today
            ),
            reasoned as (
              select
                f.*,
                case
                  when is_excluded = 1 then 'excluded'
                  when is_account_enabled = 0 then 'account_disabled'
                  when idle_count < :idle_days then 'in_use'
                  when has_history = 0 then 'not_enough_history'
                  when is_new > is_assumed or is_joining = 1 then 'new_starter'
                  when is_missing = 1 and (idle_count >= 0 or is_new = 0) then 'not_in_directory'
                  when idle_count is not null then 'idle'
                  when is_new = 0 then 'never_used'
                  else 'never_used_unknown_tenure'
                end as reason
              from facts f
            )
            select
              u.user_principal_name,
              u.display_name,
              case when r.is_missing = 1 then '(not in directory)' else r.department end as department,
              t.tier,
              r.reason,
              a.day as last_active_day,
              b.day as last_report_activity_day,
              r.idle_count as idle_day_count,
              k.day as license_known_since_day,
              u.created_date as account_created_day,
              r.is_account_enabled,
              m.user_principal_name as manager_user_principal_name,
              :idle_days as idle_days,
              :grace_days as grace_days,
              :report_lag_days as report_lag_days
            from reasoned r
            join reclaim_reasons t on t.reason = r.reason
            join users u on u.id = r.user_id
            left join users m on m.id = r.manager_user_id
            left join days a on a.day_number = r.last_number
            left join days b on b.day_number = r.last_activity_day
            left join days k on k.day_number = r.known_since
            order by
              t.place, case when r.idle_count is null then 0 else 1 end, r.idle_count desc,
              u.user_principal_name

            """#
        ),
        SchemaFile(
            "report_reconciliation_days",
            #"""
            -- question: Do audit data and Microsoft's trend count the same users, day by day?
            -- theme: Microsoft's reports
            -- grain: one row per day of the window that is in the trend or covered by audit data
            -- order: day
            -- needs: audit_interactions, report_user_counts; optional license_lists
            -- source: newest trend of Microsoft for each day beside audit data, never added; the two need not agree
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- parameter: as_of_day day = last covered day | reports refreshed later are left out
            -- parameter: app_name text = Any app | app as the report names it
            -- column: day day | the day
            -- column: report_refresh_day day? | latest day of the trend that tells the day
            -- column: report_active_user_count int? [people] | active users as reported; NULL = not told
            -- column: audit_active_licensed_user_count int? [people] | active in audit data, licensed that day
            -- column: audit_active_user_count int? [people] | active in audit data; NULL: day not covered, or app not in audit data
            -- column: difference_count int? [people] | audit licensed - reported
            -- column: difference_ratio real? | difference / reported
            with told as (
              select
                c.report_day, c.refresh_day, c.active_user_count,
                row_number() over (
                  partition by c.report_day
                  order by c.refresh_day desc, c.version desc, coalesce(c.period_days, 0) desc
                ) as place
              from reported_counts c
              join days t on t.day_number = c.refresh_day
              where c.report_kind = 'trend' and c.app = :app_name and t.day <= :as_of_day
            ),
            audited_apps as (
              -- Apps that both name; others count once audit data have them.
              select count(*) as app_count
              from (
                select name from apps where name = :app_name
                union all
                select :app_name as name
                where :app_name in ('Any app', 'Copilot Chat', 'Excel', 'Loop', 'OneNote', 'Outlook',
                  'PowerPoint', 'Teams', 'Word')
              ) n
            ),
            person_days as (
              select a.day_number, a.user_id
              from covered_activity a
              join apps p on p.id = a.app_id
              where a.day >= :from_day and a.day < :to_day and (:app_name = 'Any app' or p.name = :app_name)
              group by a.day_number, a.user_id
            ),
            audited as (
              select
                a.day_number, count(distinct a.user_id) as user_count,
                count(distinct l.user_id) as licensed_count
              from person_days a
              left join license_spans l
                on l.user_id = a.user_id and l.valid_from <= a.day_number and l.valid_to > a.day_number
              group by a.day_number
            ),
            facts as (
              select
                c.day, t.refresh_day, t.active_user_count,
                case when c.is_covered = 1 and p.app_count > 0 then coalesce(a.user_count, 0) end as user_count,
                case when c.is_covered = 1 and p.app_count > 0 and f.license_day is not null
                  then coalesce(a.licensed_count, 0) end as licensed_count
              from audit_calendar c
              cross join audited_apps p
              cross join first_lists f
              left join told t on t.report_day = c.day_number and t.place = 1
              left join audited a on a.day_number = c.day_number
              where c.day >= :from_day and c.day < :to_day and (c.is_covered = 1 or t.report_day is not null)
            )
            select
              f.day,
              r.day as report_refresh_day,
              f.active_user_count as report_active_user_count,
              f.licensed_count as audit_active_licensed_user_count,
              f.user_count as audit_active_user_count,
              f.licensed_count - f.active_user_count as difference_count,
              1e0 * (f.licensed_count - f.active_user_count) / nullif(f.active_user_count, 0)
                as difference_ratio
            from facts f
            left join days r on r.day_number = f.refresh_day
            order by f.day

            """#
        ),
        SchemaFile(
            "report_reconciliation_users",
            #"""
            -- question: Do audit data and Microsoft's report name the same users?
            -- theme: Microsoft's reports
            -- grain: one row per person and app; concealed report: one per person active in audit data
            -- order: user_principal_name, app
            -- needs: audit_interactions, report_user_details; optional license_lists
            -- source: Microsoft's newest user detail report beside audit data
            -- parameter: as_of_day day = last covered day | reports refreshed later are left out
            -- parameter: period_days int = 28 | days compared, ending on the refresh day [days]
            -- column: user_principal_name text | name
            -- column: app text | Any app, Copilot Chat, Excel, Loop, OneNote, Outlook, PowerPoint, Teams, Word
            -- column: status text | agree, audit_only, report_only, agree_inactive, not_comparable
            -- column: reason text? | concealed, audit_not_covered, not_licensed, app_not_reported
            -- column: report_refresh_day day | latest day that the report covers
            -- column: audit_last_day day? | newest interaction by then; NULL = none seen
            -- column: report_last_day day? | last activity as reported; NULL = none, or not told
            -- column: day_difference int? [days] | reported - audit
            with newest as (
              select max(r.refresh_day) as refresh_day, max(r.refresh_day) - :period_days as day_before
              from usage_reports r
              join days d on d.day_number = r.refresh_day
              where r.kind = 'user_detail' and d.day <= :as_of_day
            ),
            covered as (
              select count(*) as covered_count
              from newest n
              join covered_days c on c.source = 'audit_interactions'
                and c.day_number > n.day_before and c.day_number <= n.refresh_day
            ),
            listed as (
              select n.user_id, u.concealed_name
              from newest w
              join usage_reports r on r.kind = 'user_detail' and r.refresh_day = w.refresh_day
              join report_users u on u.usage_report_id = r.id
              left join report_names n on n.id = u.report_name_id
            ),
            named as (select distinct user_id from listed where user_id is not null),
            concealing as (
              select
                case when count(user_id) = 0 and count(concealed_name) > 0 then 1 else 0 end as is_concealed
              from listed
            ),
            told as (
              select
                a.user_id, a.app, a.last_activity_day,
                row_number() over (
                  partition by a.user_id, a.app
                  order by a.version desc, coalesce(a.period_days, 0) desc, a.last_activity_day desc
                ) as place
              from newest n
              join report_user_activity a on a.refresh_day = n.refresh_day and a.is_concealed = 0
            ),
            reported as (select * from told where place = 1),
            app_days as (
              select a.user_id, a.app_id, max(a.day_number) as last_number
              from newest n
              join adoption_activity a on a.day_number <= n.refresh_day
              group by a.user_id, a.app_id
            ),
            audited as (
              select d.user_id, p.name as app, d.last_number
              from app_days d
              join apps p on p.id = d.app_id
              union all
              select user_id, 'Any app', max(last_number) from app_days group by user_id
            ),
            compared as (
              select 'Any app' as app
              union all select 'Copilot Chat'
              union all select 'Excel'
              union all select 'Loop'
              union all select 'OneNote'
              union all select 'Outlook'
              union all select 'PowerPoint'
              union all select 'Teams'
              union all select 'Word'
            ),
            people as (
              select user_id, 1 as is_reported from named
              union all
              select a.user_id, 0
              from newest n
              join audited a on a.app = 'Any app' and a.last_number > n.day_before
              left join named r on r.user_id = a.user_id
              where r.user_id is null
            ),
            licensed as (
              select distinct l.user_id
              from newest n
              join license_spans l on l.valid_from <= n.refresh_day and l.valid_to > n.refresh_day
            ),
            columns_told as (select distinct app from reported),
            facts as (
              select
                p.user_id, c.app, n.refresh_day, a.last_number, r.last_activity_day,
                case when a.last_number > n.day_before then 1 else 0 end as is_audited,
                case when r.last_activity_day > n.day_before then 1 else 0 end as is_told,
                case
                  when k.is_concealed = 1 then 'concealed'
                  when v.covered_count < :period_days then 'audit_not_covered'
                  when p.is_reported = 0 and l.user_id is null then 'not_licensed'
                  when t.app is null then 'app_not_reported'
                end as reason
              from newest n
              cross join concealing k
              cross join covered v
              cross join people p
              cross join compared c
              left join audited a on a.user_id = p.user_id and a.app = c.app
              left join reported r on r.user_id = p.user_id and r.app = c.app
              left join licensed l on l.user_id = p.user_id
              left join columns_told t on t.app = c.app
              where c.app = 'Any app' or k.is_concealed = 0
            )
            select
              u.user_principal_name,
              f.app,
              case
                when f.reason is not null then 'not_comparable'
                when f.is_audited = 1 then case when f.is_told = 1 then 'agree' else 'audit_only' end
                when f.is_told = 1 then 'report_only'
                else 'agree_inactive'
              end as status,
              f.reason,
              d.day as report_refresh_day,
              x.day as audit_last_day,
              y.day as report_last_day,
              f.last_activity_day - f.last_number as day_difference
            from facts f
            join users u on u.id = f.user_id
            join days d on d.day_number = f.refresh_day
            left join days x on x.day_number = f.last_number
            left join days y on y.day_number = f.last_activity_day
            order by u.user_principal_name, f.app

            """#
        ),
        SchemaFile(
            "report_user_activity",
            #"""
            -- question: When does Microsoft report each person as last active, and where?
            -- theme: Microsoft's reports
            -- grain: one row per user, or token that conceals one, and app of the newest report
            -- order: user_principal_name, app
            -- needs: report_user_details
            -- source: Microsoft's Copilot usage user detail; of two reports of one day version 2, then the longer period
            -- parameter: as_of_day day = last covered day | reports refreshed later are left out
            -- parameter: period_days int? | one period only; NULL: the best row of each user and app [days]
            -- column: report_refresh_day day | latest day that the report covers
            -- column: report_period int? [days] | length of the period
            -- column: user_principal_name text | name, or the token as received
            -- column: display_name text? | name in the report or in lists
            -- column: is_concealed flag | 1: the name is a token
            -- column: app text | Any app, Word, Teams, Copilot Chat, ...
            -- column: last_activity_day day? | NULL = never
            -- column: idle_day_count int? [days] | refresh day - last activity
            -- column: prompt_count int? [messages] | NULL = not told
            -- column: active_day_count int? [days] | NULL = not told
            with newest as (
              select max(r.refresh_day) as refresh_day
              from usage_reports r
              join days d on d.day_number = r.refresh_day
              where r.kind = 'user_detail' and d.day <= :as_of_day
            ),
            reported as (
              select
                a.refresh_day, a.period_days, a.is_concealed, a.app, a.last_activity_day, a.prompt_count,
                a.active_day_count, a.display_name, u.display_name as listed_name,
                coalesce(u.user_principal_name, a.concealed_name) as shown_name,
                min(a.is_concealed) over () as least_concealed,
                row_number() over (
                  partition by a.user_id, a.concealed_name, a.app
                  order by a.version desc, coalesce(a.period_days, 0) desc, a.last_activity_day desc
                ) as place
              from newest n
              join report_user_activity a on a.refresh_day = n.refresh_day
              left join users u on u.id = a.user_id
              where :period_days is null or a.period_days = :period_days
            )
            select
              d.day as report_refresh_day,
              r.period_days as report_period,
              r.shown_name as user_principal_name,
              coalesce(r.display_name, r.listed_name) as display_name,
              r.is_concealed,
              r.app,
              l.day as last_activity_day,
              r.refresh_day - r.last_activity_day as idle_day_count,
              r.prompt_count,
              r.active_day_count
            from reported r
            join days d on d.day_number = r.refresh_day
            left join days l on l.day_number = r.last_activity_day
            where r.place = 1 and r.is_concealed = r.least_concealed
            order by r.shown_name, r.app

            """#
        ),
        SchemaFile(
            "report_user_counts",
            #"""
            -- question: How many people does Microsoft report as enabled and active?
            -- theme: Microsoft's reports
            -- grain: one row per period and app (summary), and per day of the window and app (trend)
            -- order: report_kind, report_day, report_period, app
            -- needs: report_user_counts
            -- source: Microsoft's Copilot usage reports, the newest refresh; never added to audit counts
            -- parameter: from_day day = first covered day | first day of the trend, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- parameter: as_of_day day = last covered day | reports refreshed later are left out
            -- parameter: app_name text? | one app only; NULL: all
            -- column: report_kind text | summary, trend
            -- column: report_refresh_day day | latest day that the report covers
            -- column: report_period int? [days] | summary: length of the period
            -- column: report_day day? | trend: the day counted
            -- column: app text | Any app, Word, Teams, Copilot Chat, ...
            -- column: enabled_user_count int? [people] | as reported
            -- column: active_user_count int? [people] | as reported
            -- column: active_ratio real? | active / enabled
            -- column: prompt_count int? [messages] | as reported; NULL = not told
            -- column: average_prompt_count real? [messages per user] | as reported; NULL = not told
            with reported as (
              select
                c.*, t.day as refresh_date, r.day as report_date,
                row_number() over (
                  partition by
                    c.report_kind, c.report_day, c.app,
                    case when c.report_kind = 'summary' then coalesce(c.period_days, 0) end
                  order by c.refresh_day desc, c.version desc, coalesce(c.period_days, 0) desc
                ) as place
              from reported_counts c
              join days t on t.day_number = c.refresh_day
              left join days r on r.day_number = c.report_day
              where t.day <= :as_of_day
            )
            select
              n.report_kind,
              n.refresh_date as report_refresh_day,
              case when n.report_kind = 'summary' then n.period_days end as report_period,
              n.report_date as report_day,
              n.app,
              n.enabled_user_count,
              n.active_user_count,
              1e0 * n.active_user_count / nullif(n.enabled_user_count, 0) as active_ratio,
              n.prompt_count,
              n.average_prompt_count
            from reported n
            where n.place = 1
              and (:app_name is null or n.app = :app_name)
              and (n.report_kind = 'summary' or n.report_date >= :from_day and n.report_date < :to_day)
            order by n.report_kind, n.report_date, report_period, n.app

            """#
        ),
        SchemaFile(
            "resource_access_by_type",
            #"""
            -- question: What kinds of resources does Copilot reach, and what does it do there?
            -- theme: Resources and risk
            -- grain: one row per resource type and action
            -- order: access_count desc, resource_type, action
            -- needs: audit_interactions
            -- source: accessed resources of all users and programs on covered days, each once per turn
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- column: resource_type text | docx, webpage, emailmessage, ... in lower case; (none) without
            -- column: action text | read, modify, ... in lower case; (none) without
            -- column: access_count int [accesses] | resources that records list, each time
            -- column: interaction_count int [interactions] | turns with such an access
            -- column: user_count int [people] | people, without programs
            -- column: resource_count int [resources] | distinct resources that have a key
            -- column: labelled_access_count int [accesses] | of a resource with a sensitivity label
            -- column: failed_access_count int [accesses] | status: failure
            with period as (
              select min(day_number) as first_number, max(day_number) as last_number
              from days
              where day >= :from_day and day < :to_day
            ),
            bounds as (
              select p.first_number, p.last_number, min(i.id) as first_id, max(i.id) as last_id
              from period p
              join interactions i on i.day_number >= p.first_number and i.day_number <= p.last_number
              group by p.first_number, p.last_number
            ),
            accesses as (
              select
                s.turn_id, s.user_id, s.is_by_person, s.resource_id, s.access_kind_id
              from bounds b
              cross join covered_accesses s
              where s.interaction_id >= b.first_id and s.interaction_id <= b.last_id
                and s.day_number >= b.first_number and s.day_number <= b.last_number
            ),
            things as (
              select
                id, resource_key, coalesce(nullif(lower(type), ''), '(none)') as resource_type,
                dense_rank() over (order by coalesce(nullif(lower(type), ''), '(none)')) as type_number
              from (select id, resource_key, type from resources union all select 0, null, null) r
            ),
            kinds as (
              select
                k.id, coalesce(nullif(lower(k.action), ''), '(none)') as action,
                dense_rank() over (order by coalesce(nullif(lower(k.action), ''), '(none)')) as action_number,
                case when l.label_id > 0 then 1 else 0 end as labelled,
                case when lower(k.status) = 'failure' then 1 else 0 end as failed
              from access_kinds k
              left join access_labels l on l.access_kind_id = k.id
            ),
            by_user as (
              select
                a.user_id, t.type_number, k.action_number, max(a.is_by_person) as is_person,
                count(*) as accesses, count(distinct a.turn_id) as turns, sum(k.labelled) as labelled,
                sum(k.failed) as failed
              from accesses a
              cross join things t
              cross join kinds k
              where t.id = coalesce(a.resource_id, 0) and k.id = a.access_kind_id
              group by a.user_id, t.type_number, k.action_number
            ),
            totals as (
              select
                type_number, action_number, sum(accesses) as accesses, sum(turns) as turns,
                sum(is_person) as people, sum(labelled) as labelled, sum(failed) as failed
              from by_user
              group by type_number, action_number
            ),
            reached as (
              select t.type_number, k.action_number, count(distinct t.resource_key) as resources
              from (select distinct resource_id, access_kind_id from accesses) a
              join things t on t.id = a.resource_id
              join kinds k on k.id = a.access_kind_id
              group by t.type_number, k.action_number
            )
            select
              t.resource_type,
              k.action,
              x.accesses as access_count,
              x.turns as interaction_count,
              x.people as user_count,
              coalesce(r.resources, 0) as resource_count,
              x.labelled as labelled_access_count,
              x.failed as failed_access_count
            from totals x
            join (select distinct type_number, resource_type from things) t on t.type_number = x.type_number
            join (select distinct action_number, action from kinds) k on k.action_number = x.action_number
            left join reached r on r.type_number = x.type_number and r.action_number = x.action_number
            order by access_count desc, t.resource_type, k.action

            """#
        ),
        SchemaFile(
            "retention_cohorts",
            #"""
            -- question: Do people stay after their first month?
            -- theme: Activity
            -- grain: one row per month of first use and month of the window that is not earlier
            -- order: cohort_month, month
            -- needs: audit_interactions
            -- source: cohorts by month of the first interaction ever loaded
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- column: cohort_month month | month in which these people were seen for the first time
            -- column: month month | month looked at; only its days in the window count
            -- column: month_number int [months] | months since the first; 0 = the first
            -- column: cohort_user_count int [people] | people first seen in that month
            -- column: active_user_count int? [people] | of these, active; NULL: no day of the month is known
            -- column: active_ratio real? | active / all of the cohort; only if the month is complete
            -- column: is_complete flag | 1: the whole month lies in the window and is known
            -- column: is_start_censored flag | 1: the month before the first is not known: may be older users
            with calendar_months as (
              select
                month, row_number() over (order by month) as month_number,
                min(day_number) as first_number, max(day_number) as last_number,
                count(*) as day_count, sum(is_covered) as covered_count
              from audit_calendar
              group by month
            ),
            places as (
              select
                c.day_number, m.month_number,
                case when c.day >= :from_day and c.day < :to_day then c.is_covered else 0 end as is_counted
              from audit_calendar c
              join calendar_months m on m.month = c.month
            ),
            window_months as (
              select m.month, m.month_number, m.first_number, m.day_count, w.covered_count
              from calendar_months m
              join (
                select month, sum(is_covered) as covered_count
                from audit_calendar
                where day >= :from_day and day < :to_day
                group by month
              ) w on w.month = m.month
            ),
            seen_months as (
              select distinct u.id as user_id, p.month_number, p.is_counted
              from users u
              cross join hourly_activity h on h.user_id = u.id
              join places p on p.day_number = h.day_number
              where p.month_number <= (select max(month_number) from window_months)
            ),
            first_months as (
              select user_id, min(month_number) as month_number from seen_months group by user_id
            ),
            cohorts as (
              select w.month, f.month_number, count(*) as user_count
              from first_months f
              join window_months w on w.month_number = f.month_number
              group by w.month, f.month_number
            ),
            active as (
              select f.month_number as cohort_number, s.month_number, count(*) as user_count
              from seen_months s
              join first_months f on f.user_id = s.user_id
              where s.is_counted = 1
              group by f.month_number, s.month_number
            )
            select
              c.month as cohort_month,
              m.month,
              m.month_number - c.month_number as month_number,
              c.user_count as cohort_user_count,
              case when m.covered_count > 0 then coalesce(a.user_count, 0) end as active_user_count,
              case when m.covered_count = m.day_count then 1e0 * coalesce(a.user_count, 0) / c.user_count end
                as active_ratio,
              case when m.covered_count = m.day_count then 1 else 0 end as is_complete,
              case when b.covered_count = b.day_count then 0 else 1 end as is_start_censored
            from cohorts c
            join window_months m on m.month_number >= c.month_number
            left join calendar_months b on b.month_number = c.month_number - 1
            left join active a on a.cohort_number = c.month_number and a.month_number = m.month_number
            order by cohort_month, m.month

            """#
        ),
        SchemaFile(
            "risk_event_counts",
            #"""
            -- question: How many attacks and policy restrictions were there per week?
            -- theme: Resources and risk
            -- grain: one row per week and risk kind that occurs
            -- order: week_start, risk_kind
            -- needs: audit_interactions
            -- source: flags in records of all users and programs on covered days of the window
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- column: week_start day | Monday of the week
            -- column: risk_kind text | jailbreak, cross_prompt_injection, policy_restriction
            -- column: event_count int [flags] | flags of messages or accessed resources
            -- column: interaction_count int [interactions] | turns with such a flag
            -- column: user_count int [people] | people, without programs
            with period as (
              select min(day_number) as first_number, max(day_number) as last_number
              from days
              where day >= :from_day and day < :to_day
            ),
            bounds as (
              select p.first_number, p.last_number, min(i.id) as first_id, max(i.id) as last_id
              from period p
              join interactions i on i.day_number >= p.first_number and i.day_number <= p.last_number
              group by p.first_number, p.last_number
            ),
            risks as (
              select id, 'cross_prompt_injection' as risk_kind
              from access_kinds
              where is_cross_prompt_injection_detected = 1
              union all
              select id, 'policy_restriction' from access_kinds where has_policy_restriction = 1
            ),
            flags as (
              select k.risk_kind, s.day_number, s.user_id, s.is_by_person, s.turn_id
              from bounds b
              cross join covered_accesses s
              cross join risks k
              where s.interaction_id >= b.first_id and s.interaction_id <= b.last_id
                and s.day_number >= b.first_number and s.day_number <= b.last_number
                and s.access_kind_id in (select id from risks) and k.id = s.access_kind_id
              union all
              select 'jailbreak', i.day_number, i.user_id, i.is_by_person, coalesce(i.turn_id, i.id)
              from messages m
              cross join interactions i
              cross join period p
              cross join audit_calendar c
              where m.is_jailbreak_detected = 1 and i.id = m.interaction_id and i.record_type = 261
                and i.day_number >= p.first_number and i.day_number <= p.last_number
                and c.day_number = i.day_number and c.is_covered = 1
            ),
            by_user as (
              select
                c.week_start, f.risk_kind, f.user_id, max(f.is_by_person) as is_person, count(*) as events,
                count(distinct f.turn_id) as turns
              from flags f
              join days c on c.day_number = f.day_number
              group by c.week_start, f.risk_kind, f.user_id
            )
            select
              week_start,
              risk_kind,
              sum(events) as event_count,
              sum(turns) as interaction_count,
              sum(is_person) as user_count
            from by_user
            group by week_start, risk_kind
            order by week_start, risk_kind

            """#
        ),
        SchemaFile(
            "risk_events",
            #"""
            -- question: Where were attacks detected or policies applied in use of Copilot?
            -- theme: Resources and risk
            -- grain: one row per flag of a message or an accessed resource
            -- order: occurred_at, record_id, risk_kind, ordinal
            -- needs: audit_interactions; optional directory
            -- source: flags in records of all users and programs, days that no coverage vouches for included
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- parameter: risk_kind text? | only this kind; NULL: all
            -- column: occurred_at instant | creation time of the record, UTC
            -- column: record_id text | audit record id, lower case
            -- column: risk_kind text | jailbreak, cross_prompt_injection, policy_restriction
            -- column: ordinal int | place of the message or resource in the record, from 0
            -- column: user_principal_name text? | NULL: not by a person
            -- column: department text? | last day; (none), (not in directory); NULL: no directory
            -- column: app text | product
            -- column: agent_key text? | NULL without an agent
            -- column: resource_url text? | address of the resource; NULL for a jailbreak
            -- column: policy_names text? | policy_restriction: policies or rules, sorted, joined with a semicolon
            with period as (
              select min(day_number) as first_number, max(day_number) as last_number
              from days
              where day >= :from_day and day < :to_day
            ),
            bounds as (
              select p.first_number, p.last_number, min(i.id) as first_id, max(i.id) as last_id
              from period p
              join interactions i on i.day_number >= p.first_number and i.day_number <= p.last_number
              group by p.first_number, p.last_number
            ),
            risks as (
              select id, 'cross_prompt_injection' as risk_kind
              from access_kinds
              where is_cross_prompt_injection_detected = 1
              union all
              select id, 'policy_restriction' from access_kinds where has_policy_restriction = 1
            ),
            flags as (
              select
                s.interaction_id, s.ordinal, k.risk_kind, s.user_id, s.is_by_person, s.app_id, s.agent_id,
                s.resource_id, s.access_kind_id
              from bounds b
              cross join security_accesses s
              cross join risks k
              where s.interaction_id >= b.first_id and s.interaction_id <= b.last_id
                and s.day_number >= b.first_number and s.day_number <= b.last_number
                and s.access_kind_id in (select id from risks) and k.id = s.access_kind_id
              union all
              select
                m.interaction_id, m.ordinal, 'jailbreak', i.user_id, i.is_by_person, i.app_id, i.agent_id,
                null, null
              from messages m
              cross join interactions i
              cross join period p
              where m.is_jailbreak_detected = 1 and i.id = m.interaction_id and i.record_type = 261
                and i.day_number >= p.first_number and i.day_number <= p.last_number
            )
            select
              t.occurred_at,
              t.record_id,
              x.risk_kind,
              x.ordinal,
              case when x.is_by_person = 1 then u.user_principal_name end as user_principal_name,
              case when f.directory_day is not null and d.user_id is null then '(not in directory)'
                else d.department end as department,
              a.name as app,
              g.agent_key,
              nullif(r.site_url, '') as resource_url,
              case when x.risk_kind = 'policy_restriction' then k.policy_names end as policy_names
            from flags x
            cross join period p
            cross join first_lists f
            join record_texts t on t.interaction_id = x.interaction_id
            join users u on u.id = x.user_id
            join apps a on a.id = x.app_id
            left join agents g on g.id = x.agent_id
            left join resources r on r.id = x.resource_id
            left join access_kinds k on k.id = x.access_kind_id
            left join directory_spans d on d.user_id = x.user_id and x.is_by_person = 1
              and d.valid_from <= p.last_number and d.valid_to > p.last_number
            where :risk_kind is null or x.risk_kind = :risk_kind
            order by t.occurred_at, t.record_id, x.risk_kind, x.ordinal

            """#
        ),
        SchemaFile(
            "rolling_active_users",
            #"""
            -- question: How many people used Copilot lately, seen from each day?
            -- theme: Activity
            -- grain: one row per calendar day of the window
            -- order: day
            -- needs: audit_interactions
            -- source: daily, weekly and monthly actives as in the Microsoft 365 usage report
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- parameter: week_days int = 7 | days of the short window, the day itself included [days]
            -- parameter: month_days int = 28 | days of the long window, the day itself included [days]
            -- column: day day | the day, UTC
            -- column: daily_active_user_count int? [people] | active that day; NULL: the day is not known
            -- column: weekly_active_user_count int? [people] | active in the short window; NULL if partly known
            -- column: monthly_active_user_count int? [people] | active in the long window; NULL if partly known
            -- column: daily_monthly_ratio real? | daily / monthly
            -- column: weekly_monthly_ratio real? | weekly / monthly
            -- column: stickiness_ratio real? | mean daily actives of the long window / monthly
            with period as (
              select min(day_number) as first_number, max(day_number) as last_number
              from days
              where day >= :from_day and day < :to_day
            ),
            reach as (
              select
                first_number, last_number, first_number - case when :week_days > :month_days then :week_days
                  else :month_days end + 1 as reached_number
              from period
            ),
            known as (
              select day_number, day, is_covered
              from audit_calendar
              where day_number >= (select reached_number from reach)
                and day_number <= (select last_number from reach)
            ),
            person_days as (
              select distinct user_id, day_number
              from hourly_activity
              where day_number >= (select reached_number from reach)
                and day_number <= (select last_number from reach)
            ),
            pauses as (
              select
                day_number,
                lead(day_number) over (partition by user_id order by day_number) as next_number
              from person_days
            ),
            endings as (
              select day_number, next_number, count(*) as user_count
              from pauses
              group by day_number, next_number
            ),
            events as (
              select day_number, user_count as daily, user_count as weekly, user_count as monthly
              from endings
              union all
              select
                case when next_number < day_number + :week_days then next_number
                  else day_number + :week_days end, 0, -user_count, 0
              from endings
              union all
              select
                case when next_number < day_number + :month_days then next_number
                  else day_number + :month_days end, 0, 0, -user_count
              from endings
            ),
            day_events as (
              select
                day_number, sum(daily) as daily, sum(weekly) as weekly, sum(monthly) as monthly
              from events
              group by day_number
            ),
            running as (
              select
                k.day_number, k.day, k.is_covered, coalesce(e.daily, 0) as daily,
                sum(coalesce(e.weekly, 0)) over (order by k.day_number rows unbounded preceding) as weekly,
                sum(coalesce(e.monthly, 0)) over (order by k.day_number rows unbounded preceding) as monthly,
                sum(coalesce(e.daily, 0)) over (order by k.day_number rows unbounded preceding) as daily_sum,
                sum(k.is_covered) over (order by k.day_number rows unbounded preceding) as known_sum
              from known k
              left join day_events e on e.day_number = k.day_number
            ),
            facts as (
              select
                r.day, case when r.is_covered = 1 then r.daily end as daily,
                case when r.known_sum - coalesce(w.known_sum, 0) = :week_days then r.weekly end as weekly,
                case when r.known_sum - coalesce(m.known_sum, 0) = :month_days then r.monthly end as monthly,
                r.daily_sum - coalesce(m.daily_sum, 0) as daily_sum
              from running r
              left join running w on w.day_number = r.day_number - :week_days
              left join running m on m.day_number = r.day_number - :month_days
              where r.day_number >= (select first_number from reach)
            )
            select
              day,
              daily as daily_active_user_count,
              weekly as weekly_active_user_count,
              monthly as monthly_active_user_count,
              1e0 * daily / nullif(monthly, 0) as daily_monthly_ratio,
              1e0 * weekly / nullif(monthly, 0) as weekly_monthly_ratio,
              1e0 * daily_sum / :month_days / nullif(monthly, 0) as stickiness_ratio
            from facts
            order by day

            """#
        ),
        SchemaFile(
            "sensitive_access",
            #"""
            -- question: Who reaches labelled content through Copilot, and in which apps?
            -- theme: Resources and risk
            -- grain: one row per label_scope, sensitivity_label_id, department and app
            -- order: label_scope desc, interaction_count desc, sensitivity_label_id, department, app
            -- needs: audit_interactions; optional directory
            -- source: labels in records of all users and programs on covered days
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- parameter: label_id text? | only this label; NULL: all
            -- column: label_scope text | resource, or interaction: the turn
            -- column: sensitivity_label_id text | label id, lower case
            -- column: label_name text? | NULL: unknown
            -- column: department text? | last day; (none), (not in directory); NULL: no directory
            -- column: app text | product
            -- column: access_count int [accesses] | scope interaction: interactions
            -- column: interaction_count int [interactions] | turns
            -- column: user_count int [people] | people, without programs
            -- column: resource_count int? [resources] | distinct; scope interaction: NULL
            -- column: last_access_day day | in the window
            with period as (
              select min(day_number) as first_number, max(day_number) as last_number
              from days
              where day >= :from_day and day < :to_day
            ),
            bounds as (
              select p.first_number, p.last_number, min(i.id) as first_id, max(i.id) as last_id
              from period p
              join interactions i on i.day_number >= p.first_number and i.day_number <= p.last_number
              group by p.first_number, p.last_number
            ),
            labels as (
              select id, label_guid, name
              from sensitivity_labels
              where label_guid <> '' and label_guid <> '00000000-0000-0000-0000-000000000000'
                and (:label_id is null or label_guid = lower(trim(:label_id)))
            ),
            kinds as (
              select id from access_kinds where sensitivity_label_id in (select id from labels)
            ),
            accesses as (
              select
                s.day_number, s.turn_id, s.user_id, s.is_by_person, s.app_id, s.resource_id,
                s.access_kind_id
              from bounds b
              cross join covered_accesses s
              where s.interaction_id >= b.first_id and s.interaction_id <= b.last_id
                and s.day_number >= b.first_number and s.day_number <= b.last_number
            ),
            labelled as (
              select
                'resource' as label_scope, k.sensitivity_label_id as label_id, a.app_id, a.user_id,
                a.is_by_person, a.turn_id, a.day_number, a.resource_id
              from accesses a
              cross join access_kinds k
              where a.access_kind_id in (select id from kinds) and k.id = a.access_kind_id
              union all
              select
                'interaction', i.sensitivity_label_id, i.app_id, i.user_id, i.is_by_person,
                coalesce(i.turn_id, i.id), i.day_number, null
              from bounds b
              cross join interactions i
              cross join audit_calendar c
              where i.id >= b.first_id and i.id <= b.last_id and coalesce(i.record_type, 0) = 261
                and i.sensitivity_label_id in (select id from labels) and i.day_number >= b.first_number
                and i.day_number <= b.last_number and c.day_number = i.day_number and c.is_covered = 1
            ),
            by_user as (
              select
                label_scope, label_id, app_id, user_id, max(is_by_person) as is_person, count(*) as accesses,
                count(distinct turn_id) as turns, max(day_number) as last_day
              from labelled
              group by label_scope, label_id, app_id, user_id
            ),
            places as (
              select
                u.user_id,
                case when f.directory_day is not null and d.user_id is null then '(not in directory)'
                  else d.department end as department
              from (select user_id, max(is_person) as is_person from by_user group by user_id) u
              cross join period p
              cross join first_lists f
              left join directory_spans d on d.user_id = u.user_id and u.is_person = 1
                and d.valid_from <= p.last_number and d.valid_to > p.last_number
            ),
            reached as (
              select a.label_id, a.app_id, u.department, count(distinct r.resource_key) as resources
              from (
                select distinct label_id, app_id, user_id, resource_id
                from labelled where label_scope = 'resource'
              ) a
              join places u on u.user_id = a.user_id
              left join resources r on r.id = a.resource_id
              group by a.label_id, a.app_id, u.department
            ),
            totals as (
              select
                b.label_scope, b.label_id, b.app_id, u.department,
                sum(case when b.label_scope = 'resource' then b.accesses else b.turns end) as accesses,
                sum(b.turns) as turns, sum(b.is_person) as people, max(b.last_day) as last_day
              from by_user b
              join places u on u.user_id = b.user_id
              group by b.label_scope, b.label_id, b.app_id, u.department
            )
            select
              t.label_scope,
              l.label_guid as sensitivity_label_id,
              l.name as label_name,
              t.department,
              p.name as app,
              t.accesses as access_count,
              t.turns as interaction_count,
              t.people as user_count,
              r.resources as resource_count,
              d.day as last_access_day
            from totals t
            join labels l on l.id = t.label_id
            join apps p on p.id = t.app_id
            join days d on d.day_number = t.last_day
            left join reached r on t.label_scope = 'resource' and r.label_id = t.label_id
              and r.app_id = t.app_id and coalesce(r.department, '') = coalesce(t.department, '')
            order by t.label_scope desc, interaction_count desc, l.label_guid, t.department, p.name

            """#
        ),
        SchemaFile(
            "site_access",
            #"""
            -- question: Which sites does Copilot reach, and who works there?
            -- theme: Resources and risk
            -- grain: one row per site
            -- order: interaction_count desc, site_url; the first row_limit rows
            -- needs: audit_interactions
            -- source: accessed resources of all users and programs on covered days, each once per turn
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- parameter: row_limit int = 50 | rows at most [rows]
            -- column: site_url text | scheme and host; below sites, teams or personal the next segment, too
            -- column: site_kind text | onedrive, sharepoint, exchange, teams or web
            -- column: access_count int [accesses] | resources of the site that records list, each time
            -- column: interaction_count int [interactions] | turns that reached the site
            -- column: user_count int [people] | people, without programs
            -- column: resource_count int [resources] | distinct resources
            -- column: labelled_access_count int [accesses] | of a resource with a sensitivity label
            -- column: last_access_day day | in the window
            with period as (
              select min(day_number) as first_number, max(day_number) as last_number
              from days
              where day >= :from_day and day < :to_day
            ),
            bounds as (
              select p.first_number, p.last_number, min(i.id) as first_id, max(i.id) as last_id
              from period p
              join interactions i on i.day_number >= p.first_number and i.day_number <= p.last_number
              group by p.first_number, p.last_number
            ),
            accesses as (
              select
                s.day_number, s.turn_id, s.user_id, s.is_by_person, s.resource_id, s.access_kind_id
              from bounds b
              cross join covered_accesses s
              where s.interaction_id >= b.first_id and s.interaction_id <= b.last_id
                and s.day_number >= b.first_number and s.day_number <= b.last_number
            ),
            things as (
              select
                id, resource_key, site_key, site_kind, dense_rank() over (order by site_key) as site_number
              from resources
              where site_key is not null
            ),
            kinds as (
              select k.id, count(l.label_id) as labelled
              from access_kinds k
              left join access_labels l on l.access_kind_id = k.id
              group by k.id
            ),
            by_user as (
              select
                a.user_id, t.site_number, max(a.is_by_person) as is_person, count(*) as accesses,
                count(distinct a.turn_id) as turns, sum(k.labelled) as labelled, max(a.day_number) as last_day
              from accesses a
              cross join things t
              cross join kinds k
              where t.id = a.resource_id and k.id = a.access_kind_id
              group by a.user_id, t.site_number
            ),
            ranked as (
              select
                n.*, t.site_key, t.site_kind, row_number() over (order by n.turns desc, t.site_key) as place
              from (
                select
                  site_number, sum(accesses) as accesses, sum(turns) as turns, sum(is_person) as people,
                  sum(labelled) as labelled, max(last_day) as last_day
                from by_user
                group by site_number
              ) n
              join (select distinct site_number, site_key, site_kind from things) t
                on t.site_number = n.site_number
            ),
            reached as (
              select t.site_number, count(distinct t.resource_key) as resources
              from (select distinct resource_id from accesses) a
              join things t on t.id = a.resource_id
              group by t.site_number
            )
            select
              r.site_key as site_url,
              r.site_kind,
              r.accesses as access_count,
              r.turns as interaction_count,
              r.people as user_count,
              x.resources as resource_count,
              r.labelled as labelled_access_count,
              d.day as last_access_day
            from ranked r
            join reached x on x.site_number = r.site_number
            join days d on d.day_number = r.last_day
            where r.place <= :row_limit
            order by interaction_count desc, r.site_key

            """#
        ),
        SchemaFile(
            "time_saved",
            #"""
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

            """#
        ),
        SchemaFile(
            "top_resources",
            #"""
            -- question: Which files, mails and pages does Copilot reach most?
            -- theme: Resources and risk
            -- grain: one row per resource
            -- order: interaction_count desc, user_count desc, resource_key
            -- needs: audit_interactions; optional directory
            -- source: accessed resources of all users and programs on covered days, each once per turn
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- parameter: row_limit int = 50 | rows at most [rows]
            -- column: resource_rank int | place, from 1
            -- column: resource_key text | item id, address, id or name
            -- column: resource_name text? | newest, as the next 3
            -- column: resource_url text? | address
            -- column: resource_type text? | docx, WebPage, EmailMessage, ...
            -- column: sensitivity_label_id text? | NULL without a label
            -- column: access_count int | times that records list it
            -- column: interaction_count int | turns that reached it
            -- column: user_count int | no programs
            -- column: department_count int? | NULL: no directory
            -- column: first_access_day day | oldest
            -- column: last_access_day day | newest
            with period as (
              select min(day_number) as first_number, max(day_number) as last_number
              from days
              where day >= :from_day and day < :to_day
            ),
            bounds as (
              select p.first_number, p.last_number, min(i.id) as first_id, max(i.id) as last_id
              from period p
              join interactions i on i.day_number >= p.first_number and i.day_number <= p.last_number
              group by p.first_number, p.last_number
            ),
            accesses as (
              select
                s.occurred_at, s.day_number, s.turn_id, s.user_id, s.is_by_person, s.resource_id
              from bounds b
              cross join covered_accesses s
              where s.interaction_id >= b.first_id and s.interaction_id <= b.last_id
                and s.day_number >= b.first_number and s.day_number <= b.last_number
            ),
            keys as (
              select r.resource_key, sum(a.turns) as at_most, max(a.turns) as at_least
              from (
                select resource_id, count(distinct turn_id) as turns from accesses group by resource_id
              ) a
              join resources r on r.id = a.resource_id
              where r.resource_key is not null
              group by r.resource_key
            ),
            likely as (
              select r.id, r.resource_key, min(r.id) over (partition by r.resource_key) as key_id
              from (
                select min(at_least) as enough
                from (select at_least, row_number() over (order by at_least desc) as nth from keys) n
                where nth <= :row_limit
              ) n
              join keys k on k.at_most >= n.enough
              join resources r on r.resource_key = k.resource_key
            ),
            by_user as (
              select
                l.key_id, a.user_id, max(a.is_by_person) as is_person, count(*) as accesses,
                count(distinct a.turn_id) as turns, min(a.day_number) as first_day,
                max(a.day_number) as last_day, max(a.occurred_at) as last_at
              from accesses a
              cross join likely l
              where a.resource_id in (select id from likely) and l.id = a.resource_id
              group by l.key_id, a.user_id
            ),
            ranked as (
              select
                u.key_id, l.resource_key, u.turns, u.people, u.accesses, u.first_day, u.last_day, u.last_at,
                row_number() over (order by u.turns desc, u.people desc, l.resource_key) as place
              from (
                select
                  key_id, sum(turns) as turns, sum(is_person) as people, sum(accesses) as accesses,
                  min(first_day) as first_day, max(last_day) as last_day, max(last_at) as last_at
                from by_user
                group by key_id
              ) u
              join likely l on l.id = u.key_id
            ),
            places as (
              select
                r.key_id, count(distinct case
                  when d.user_id is null then '(not in directory)' else d.department end) as departments
              from period p
              cross join ranked r
              join by_user u on u.key_id = r.key_id and u.is_person = 1
              left join directory_spans d
                on d.user_id = u.user_id and d.valid_from <= p.last_number and d.valid_to > p.last_number
              where r.place <= :row_limit
              group by r.key_id
            ),
            newest as (
              select
                r.key_id, s.resource_id, s.access_kind_id,
                row_number() over (partition by r.key_id order by i.record_id desc, s.ordinal desc) as place
              from ranked r
              join by_user u on u.key_id = r.key_id and u.last_at = r.last_at
              join likely l on l.key_id = r.key_id
              join interactions i
                on i.day_number = r.last_day and i.user_id = u.user_id and i.occurred_at = r.last_at
              join security_accesses s on s.interaction_id = i.id and s.resource_id = l.id
              where r.place <= :row_limit
            )
            select
              r.place as resource_rank,
              r.resource_key,
              nullif(t.name, '') as resource_name,
              nullif(t.site_url, '') as resource_url,
              nullif(t.type, '') as resource_type,
              s.label_guid as sensitivity_label_id,
              r.accesses as access_count,
              r.turns as interaction_count,
              r.people as user_count,
              case when f.directory_day is not null then coalesce(d.departments, 0) end as department_count,
              y.day as first_access_day,
              z.day as last_access_day
            from ranked r
            cross join first_lists f
            join newest n on n.key_id = r.key_id and n.place = 1
            join resources t on t.id = n.resource_id
            left join access_labels s on s.access_kind_id = n.access_kind_id
            left join places d on d.key_id = r.key_id
            join days y on y.day_number = r.first_day
            join days z on z.day_number = r.last_day
            order by resource_rank

            """#
        ),
        SchemaFile(
            "unlicensed_usage",
            #"""
            -- question: Where is Copilot used without a licence?
            -- theme: Licences
            -- grain: one row per app used by people without a licence
            -- order: active_user_count desc, app
            -- needs: audit_interactions, license_lists
            -- source: people not licensed on the last day of the window; unlicensed use as in the AI-in-One dashboard
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- column: app text | product
            -- column: active_user_count int [people] | unlicensed people with an interaction in the app
            -- column: interaction_count int [interactions] | their counted turns
            -- column: prompt_count int [messages] | their prompts
            -- column: conversation_count int [conversations] | distinct threads, counted in each of their apps
            -- column: active_user_day_count int [person days] | distinct pairs of person and day
            -- column: user_ratio real | active users / unlicensed people active in any app
            with period as (
              select min(day_number) as first_number, max(day_number) as last_number
              from days
              where day >= :from_day and day < :to_day
            ),
            licensed as (
              select l.user_id
              from period p
              join license_spans l on l.valid_from <= p.last_number and l.valid_to > p.last_number
              group by l.user_id
            ),
            unknown_days as (
              select day_number
              from audit_calendar
              where day >= :from_day and day < :to_day and is_covered = 0
            ),
            active as (
              select
                a.user_id, a.app_id, a.day_number, sum(a.interaction_count) as interaction_count,
                sum(a.prompt_count) as prompt_count, sum(a.conversation_count) as thread_count
              from adoption_activity a
              where a.day_number >= (select first_number from period)
                and a.day_number <= (select last_number from period)
                and a.day_number not in (select day_number from unknown_days)
                and a.user_id not in (select user_id from licensed)
              group by a.day_number, a.user_id, a.app_id
            ),
            person_apps as (select distinct app_id, user_id from active),
            everybody as (select count(distinct user_id) as user_count from person_apps),
            app_threads as (
              select c.app_id, count(distinct c.thread_id) as thread_count
              from covered_shared_conversations c
              where c.day >= :from_day and c.day < :to_day
                and c.user_id not in (select user_id from licensed)
              group by c.app_id
            ),
            app_people as (select app_id, count(*) as user_count from person_apps group by app_id),
            app_totals as (
              select
                app_id, count(*) as day_count, sum(interaction_count) as interaction_count,
                sum(prompt_count) as prompt_count, sum(thread_count) as thread_count
              from active
              group by app_id
            )
            select
              n.name as app,
              a.user_count as active_user_count,
              d.interaction_count,
              d.prompt_count,
              d.thread_count + coalesce(t.thread_count, 0) as conversation_count,
              d.day_count as active_user_day_count,
              1e0 * a.user_count / e.user_count as user_ratio
            from app_people a
            join apps n on n.id = a.app_id
            join app_totals d on d.app_id = a.app_id
            left join app_threads t on t.app_id = a.app_id
            cross join everybody e
            join first_lists f on f.license_day is not null
            order by active_user_count desc, n.name

            """#
        ),
        SchemaFile(
            "usage_concentration",
            #"""
            -- question: How much of the use comes from few people?
            -- theme: Habits
            -- grain: one row per group of active people, those with most interactions first
            -- order: top_10_percent, next_15_percent, next_25_percent, bottom_50_percent
            -- needs: audit_interactions
            -- source: people ranked by counted turns, ties by name; groups as in Microsoft365-Analytics-Insights
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- column: user_group text | the first tenth, quarter and half of the ranks, and the rest
            -- column: user_count int? [people] | people in the group; NULL if no day is covered
            -- column: interaction_count int? [interactions] | counted turns
            -- column: interaction_ratio real? | interactions / interactions of all groups; NULL if there are none
            -- column: prompt_count int? [messages] | prompts
            -- column: lowest_interaction_count int? [interactions] | of one person; NULL in an empty group
            -- column: highest_interaction_count int? [interactions] | of one person; NULL in an empty group
            with period as (
              select
                min(day_number) as first_number, max(day_number) as last_number,
                case when sum(is_covered) > 0 then 0 end as quiet
              from audit_calendar
              where day >= :from_day and day < :to_day
            ),
            active as (
              select
                u.id as user_id, sum(h.interaction_count) as interaction_count,
                sum(h.prompt_count) as prompt_count
              from users u
              cross join covered_hours h on h.user_id = u.id
                and h.day_number >= (select first_number from period)
                and h.day_number <= (select last_number from period)
              group by u.id
            ),
            ranked as (
              select
                a.interaction_count, a.prompt_count,
                row_number() over (order by a.interaction_count desc, u.user_principal_name) - 1 as above,
                count(*) over () as everyone
              from active a
              join users u on u.id = a.user_id
            ),
            placed as (
              select
                r.*,
                case when above * 10 < everyone then 1 when above * 4 < everyone then 2
                  when above * 2 < everyone then 3 else 4 end as place
              from ranked r
            ),
            totals as (
              select
                place, count(*) as user_count,
                sum(interaction_count) as interaction_count, sum(prompt_count) as prompt_count,
                min(interaction_count) as lowest_count, max(interaction_count) as highest_count
              from placed
              group by place
            ),
            everything as (select sum(interaction_count) as interaction_count from totals),
            user_groups as (
              select 1 as place, 'top_10_percent' as user_group
              union all select 2, 'next_15_percent'
              union all select 3, 'next_25_percent'
              union all select 4, 'bottom_50_percent'
            )
            select
              g.user_group,
              coalesce(t.user_count, p.quiet) as user_count,
              coalesce(t.interaction_count, p.quiet) as interaction_count,
              1e0 * coalesce(t.interaction_count, p.quiet) / nullif(e.interaction_count, 0)
                as interaction_ratio,
              coalesce(t.prompt_count, p.quiet) as prompt_count,
              t.lowest_count as lowest_interaction_count,
              t.highest_count as highest_interaction_count
            from user_groups g
            cross join period p
            cross join everything e
            left join totals t on t.place = g.place
            order by g.place

            """#
        ),
        SchemaFile(
            "usage_segment_counts",
            #"""
            -- question: How many people are power, habitual, novice, low or non-users of Copilot?
            -- theme: Habits
            -- grain: one row per segment, segments without people included
            -- order: power_user, habitual_user, novice_user, low_user, non_user
            -- needs: audit_interactions; optional license_lists
            -- source: Viva Insights; the people and rules of the question usage_segments
            -- parameter: as_of_day day = last covered day | the last week ends on or before this day
            -- parameter: week_count int = 12 | whole weeks, Monday to Sunday, that count [weeks]
            -- parameter: habit_week_count int = 9 | weeks with an action that make a habit [weeks]
            -- parameter: power_average real = 15 | actions a week that make a power user, on average
            -- parameter: action_unit text = interactions | interactions or prompts: what is an action
            -- column: segment text | non_user: licensed, without action
            -- column: user_count int? [people] | only if every day is covered; non_user: NULL without a licence list
            -- column: licensed_user_count int? [people] | of these, licensed on the last Sunday
            -- column: user_ratio real? | people / people of all segments that are known
            -- column: first_week_start day? | Monday of the first week; NULL outside the calendar
            -- column: last_week_start day? | Monday of the last week; NULL outside the calendar
            -- column: week_count int [weeks] | as given
            -- column: habit_week_count int [weeks] | as given
            -- column: power_average real [actions a week] | as given
            -- column: action_unit text | as given
            with asked as (
              select
                day_number - weekday % 7 as last_number,
                day_number - weekday % 7 - 7 * :week_count + 1 as first_number
              from days
              where day = :as_of_day and :action_unit in ('interactions', 'prompts')
            ),
            weeks as (
              select
                a.first_number, a.last_number,
                case when sum(c.is_covered) > 0 then 1 end as presence,
                case when sum(c.is_covered) = 7 * :week_count then 1 end as absence
              from asked a
              left join audit_calendar c
                on c.day_number >= a.first_number and c.day_number <= a.last_number
              group by a.first_number, a.last_number
            ),
            person_weeks as (
              select
                a.user_id, a.week_number,
                sum(case when :action_unit = 'prompts' then a.prompt_count else a.interaction_count end)
                  as action_count
              from covered_activity a
              where a.day_number >= (select first_number from weeks)
                and a.day_number <= (select last_number from weeks)
              group by a.user_id, a.week_number
            ),
            sightings as (
              select user_id, 1 as week_count, action_count, 0 as is_licensed
              from person_weeks
              where action_count > 0
              union all
              select l.user_id, 0, 0, 1
              from weeks w
              join license_spans l on l.valid_from <= w.last_number and l.valid_to > w.last_number
            ),
            people as (
              select
                user_id, sum(week_count) as week_count, sum(action_count) as action_count,
                1e0 * sum(action_count) / nullif(:week_count, 0) as average, max(is_licensed) as is_licensed
              from sightings
              group by user_id
            ),
            segmented as (
              select
                p.*,
                case when week_count >= :habit_week_count and average >= :power_average then 'power_user'
                  when week_count >= :habit_week_count then 'habitual_user'
                  when average >= 1 then 'novice_user'
                  when average > 0 then 'low_user'
                  else 'non_user' end as segment
              from people p
            ),
            totals as (
              select segment, count(*) as user_count, sum(is_licensed) as licensed_count
              from segmented
              group by segment
            ),
            everyone as (select sum(user_count) as user_count from totals),
            segments as (
              select 1 as place, 'power_user' as segment
              union all select 2, 'habitual_user'
              union all select 3, 'novice_user'
              union all select 4, 'low_user'
              union all select 5, 'non_user'
            ),
            facts as (
              select
                s.*,
                case when w.absence = 1 and (s.place < 5 or f.license_day is not null)
                  then coalesce(t.user_count, 0) end as user_count,
                case when w.absence = 1 and f.license_day is not null
                  then coalesce(t.licensed_count, 0) end as licensed_count,
                w.first_number, w.last_number
              from segments s
              cross join first_lists f
              left join weeks w on w.last_number is not null
              left join totals t on t.segment = s.segment
            )
            select
              f.segment,
              f.user_count,
              f.licensed_count as licensed_user_count,
              1e0 * f.user_count / nullif(e.user_count, 0) as user_ratio,
              x.day as first_week_start,
              y.day as last_week_start,
              :week_count as week_count,
              :habit_week_count as habit_week_count,
              :power_average as power_average,
              :action_unit as action_unit
            from facts f
            cross join everyone e
            left join days x on x.day_number = f.first_number
            left join days y on y.day_number = f.last_number - 6
            order by f.place

            """#
        ),
        SchemaFile(
            "usage_segments",
            #"""
            -- question: Who is a power, habitual, novice, low or non-user of Copilot?
            -- theme: Habits
            -- grain: one row per person licensed on the last Sunday, or with an action in the weeks
            -- order: action_count descending, user_principal_name
            -- needs: audit_interactions; optional license_lists, directory
            -- source: Viva Insights, with 15 or more actions a week as in its R and Python code
            -- parameter: as_of_day day = last covered day | the last week ends on or before this day
            -- parameter: week_count int = 12 | whole weeks, Monday to Sunday, that count [weeks]
            -- parameter: habit_week_count int = 9 | weeks with an action that make a habit [weeks]
            -- parameter: power_average real = 15 | actions a week that make a power user, on average
            -- parameter: action_unit text = interactions | interactions or prompts: what is an action
            -- column: user_principal_name text | newest name
            -- column: department text? | on the last Sunday; NULL without a directory
            -- column: is_licensed flag? | 1: licensed on the last Sunday; NULL without a licence list
            -- column: segment text? | first that fits; only if every day of the weeks is covered
            -- column: active_week_count int? [weeks] | weeks with an action; NULL if no day is covered
            -- column: action_count int? [actions] | in the weeks; NULL if no day is covered
            -- column: average_weekly_action_count real? [actions a week] | actions / all weeks, quiet ones too
            -- column: first_week_start day? | Monday of the first week; NULL outside the calendar
            -- column: last_week_start day? | Monday of the last week; NULL outside the calendar
            -- column: week_count int [weeks] | as given
            -- column: habit_week_count int [weeks] | as given
            -- column: power_average real [actions a week] | as given
            -- column: action_unit text | as given
            with asked as (
              select
                day_number - weekday % 7 as last_number,
                day_number - weekday % 7 - 7 * :week_count + 1 as first_number
              from days
              where day = :as_of_day and :action_unit in ('interactions', 'prompts')
            ),
            weeks as (
              select
                a.first_number, a.last_number,
                case when sum(c.is_covered) > 0 then 1 end as presence,
                case when sum(c.is_covered) = 7 * :week_count then 1 end as absence
              from asked a
              left join audit_calendar c
                on c.day_number >= a.first_number and c.day_number <= a.last_number
              group by a.first_number, a.last_number
            ),
            person_weeks as (
              select
                a.user_id, a.week_number,
                sum(case when :action_unit = 'prompts' then a.prompt_count else a.interaction_count end)
                  as action_count
              from covered_activity a
              where a.day_number >= (select first_number from weeks)
                and a.day_number <= (select last_number from weeks)
              group by a.user_id, a.week_number
            ),
            sightings as (
              select user_id, 1 as week_count, action_count, 0 as is_licensed
              from person_weeks
              where action_count > 0
              union all
              select l.user_id, 0, 0, 1
              from weeks w
              join license_spans l on l.valid_from <= w.last_number and l.valid_to > w.last_number
            ),
            people as (
              select
                user_id, sum(week_count) as week_count, sum(action_count) as action_count,
                1e0 * sum(action_count) / nullif(:week_count, 0) as average, max(is_licensed) as is_licensed
              from sightings
              group by user_id
            ),
            segmented as (
              select
                p.*,
                case when week_count >= :habit_week_count and average >= :power_average then 'power_user'
                  when week_count >= :habit_week_count then 'habitual_user'
                  when average >= 1 then 'novice_user'
                  when average > 0 then 'low_user'
                  else 'non_user' end as segment
              from people p
            )
            select
              u.user_principal_name,
              case when f.directory_day is not null and d.user_id is null then '(not in directory)'
                else d.department end as department,
              case when f.license_day is not null then s.is_licensed end as is_licensed,
              case when w.absence = 1 then s.segment end as segment,
              w.presence * s.week_count as active_week_count,
              w.presence * s.action_count as action_count,
              w.presence * s.average as average_weekly_action_count,
              x.day as first_week_start,
              y.day as last_week_start,
              :week_count as week_count,
              :habit_week_count as habit_week_count,
              :power_average as power_average,
              :action_unit as action_unit
            from segmented s
            join users u on u.id = s.user_id
            cross join weeks w
            cross join first_lists f
            left join directory_spans d
              on d.user_id = s.user_id and d.valid_from <= w.last_number and d.valid_to > w.last_number
            left join days x on x.day_number = w.first_number
            left join days y on y.day_number = w.last_number - 6
            order by action_count desc, u.user_principal_name

            """#
        ),
        SchemaFile(
            "user_activity",
            #"""
            -- question: Who uses Copilot, how much, where?
            -- theme: Organisation
            -- grain: one row per person active, or licensed on the last day
            -- order: interaction_count desc, user_principal_name
            -- needs: audit_interactions; optional license_lists, directory
            -- source: counted turns; state of the last day
            -- parameter: from_day day = first covered day | first day
            -- parameter: to_day day = day after the last covered day | day after
            -- parameter: include_inactive flag = 1 | 1: inactive, too
            -- column: user_principal_name text | name
            -- column: display_name text? | name in lists
            -- column: department text? | NULL: no directory
            -- column: is_licensed flag? | NULL: no list
            -- column: is_account_enabled flag? | 0: disabled
            -- column: interaction_count int? [interactions] | counted turns; NULL if days are missing
            -- column: prompt_count int? [messages] | prompts
            -- column: response_count int? [messages] | responses
            -- column: conversation_count int? | threads
            -- column: active_day_count int? [days] | of use
            -- column: active_week_count int? [weeks] | of use
            -- column: app_count int? | apps
            -- column: top_app text? | most used
            -- column: agent_interaction_count int? | with an agent
            -- column: first_active_day day? | in window
            -- column: last_active_day day? | in window
            -- column: last_active_day_ever day? | or before; NULL = never seen
            -- column: idle_day_count int? [days] | since then
            with period as (
              select
                min(day_number) as first_number, max(day_number) as last_number,
                case when sum(is_covered) = count(*) then 0 end as quiet
              from audit_calendar
              where day >= :from_day and day < :to_day
            ),
            person_totals as (
              select
                u.id as user_id, count(distinct h.day_number) as days,
                count(distinct cast((h.day_number + 3) / 7 as integer)) as weeks,
                min(h.day_number) as first_number, max(h.day_number) as last_number
              from users u
              cross join covered_hours h on h.user_id = u.id
                and h.day_number >= (select first_number from period)
                and h.day_number <= (select last_number from period)
              group by u.id
            ),
            person_apps as (
              select
                user_id, app_id, sum(interaction_count) as turns, sum(prompt_count) as prompts,
                sum(response_count) as responses, sum(conversation_count) as threads,
                sum(case when agent_id > 0 then interaction_count else 0 end) as agent_turns
              from covered_activity
              where day >= :from_day and day < :to_day
              group by user_id, app_id
            ),
            ranked_apps as (
              select p.*, name, row_number() over (partition by user_id order by turns desc, name) as place
              from person_apps p
              join apps n on n.id = p.app_id
            ),
            active as (
              select
                user_id, count(*) as apps, max(case when place = 1 then name end) as top_app,
                sum(turns) as turns, sum(prompts) as prompts, sum(responses) as responses,
                sum(agent_turns) as agent_turns, sum(threads) as threads
              from ranked_apps
              group by user_id
            ),
            shared as (
              select user_id, count(distinct thread_id) as threads
              from covered_shared_conversations
              where day >= :from_day and day < :to_day
              group by user_id
            ),
            last_days as (
              select u.id as user_id, max(h.day_number) as last_number
              from users u
              cross join hourly_activity h on h.user_id = u.id
                and h.day_number <= (select last_number from period)
              group by u.id
            ),
            licensed as (
              select l.user_id
              from period p
              join license_spans l on l.valid_from <= p.last_number and l.valid_to > p.last_number
              group by l.user_id
            ),
            listed as (
              select user_id from active
              union
              select user_id from licensed where :include_inactive = 1
            )
            select
              u.user_principal_name,
              u.display_name,
              case when f.directory_day is not null and d.user_id is null then '(not in directory)'
                else d.department end as department,
              case when l.user_id is not null then 1 when f.license_day is not null then 0 end as is_licensed,
              d.is_account_enabled,
              coalesce(a.turns, p.quiet) as interaction_count,
              coalesce(a.prompts, p.quiet) as prompt_count,
              coalesce(a.responses, p.quiet) as response_count,
              coalesce(a.threads + coalesce(c.threads, 0), p.quiet) as conversation_count,
              coalesce(t.days, p.quiet) as active_day_count,
              coalesce(t.weeks, p.quiet) as active_week_count,
              coalesce(a.apps, p.quiet) as app_count,
              a.top_app,
              coalesce(a.agent_turns, p.quiet) as agent_interaction_count,
              y.day as first_active_day,
              z.day as last_active_day,
              e.day as last_active_day_ever,
              p.last_number - e.day_number as idle_day_count
            from listed x
            join users u on u.id = x.user_id
            cross join period p
            cross join first_lists f
            left join active a on a.user_id = x.user_id
            left join person_totals t on t.user_id = x.user_id
            left join shared c on c.user_id = x.user_id
            left join last_days h on h.user_id = x.user_id
            left join licensed l on l.user_id = x.user_id
            left join directory_spans d
              on d.user_id = x.user_id and d.valid_from <= p.last_number and d.valid_to > p.last_number
            left join days y on y.day_number = t.first_number
            left join days z on z.day_number = t.last_number
            left join days e on e.day_number = h.last_number
            order by interaction_count desc, u.user_principal_name

            """#
        ),
        SchemaFile(
            "user_activity_days",
            #"""
            -- question: Who used Copilot on which day, and how much?
            -- theme: Organisation
            -- grain: one row per person and day with an interaction, on days whose audit data are known
            -- order: day, user_principal_name
            -- needs: audit_interactions
            -- source: counted turns, not records; an export for other tools
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- column: day day | the day, UTC
            -- column: user_principal_name text | newest name
            -- column: interaction_count int [interactions] | counted turns
            -- column: prompt_count int [messages] | prompts
            -- column: conversation_count int [conversations] | distinct threads with an interaction that day
            -- column: app_count int [apps] | distinct apps
            -- column: agent_interaction_count int [interactions] | of the counted turns, those with an agent
            with period as (
              select min(day_number) as first_number, max(day_number) as last_number
              from days
              where day >= :from_day and day < :to_day
            ),
            unknown_days as (
              select day_number
              from audit_calendar
              where day >= :from_day and day < :to_day and is_covered = 0
            ),
            person_days as (
              select
                a.day_number, a.user_id, sum(a.interaction_count) as interaction_count,
                sum(a.prompt_count) as prompt_count, sum(a.conversation_count) as conversation_count,
                count(distinct a.app_id) as app_count,
                sum(case when a.agent_id > 0 then a.interaction_count else 0 end) as agent_interaction_count
              from adoption_activity a
              where a.day_number >= (select first_number from period)
                and a.day_number <= (select last_number from period)
                and a.day_number not in (select day_number from unknown_days)
              group by a.day_number, a.user_id
            ),
            shared as (
              select day_number, user_id, count(distinct thread_id) as conversation_count
              from shared_conversations
              where day_number >= (select first_number from period)
                and day_number <= (select last_number from period)
              group by day_number, user_id
            )
            select
              d.day,
              u.user_principal_name,
              p.interaction_count,
              p.prompt_count,
              p.conversation_count + coalesce(s.conversation_count, 0) as conversation_count,
              p.app_count,
              p.agent_interaction_count
            from person_days p
            left join shared s on s.day_number = p.day_number and s.user_id = p.user_id
            join users u on u.id = p.user_id
            join days d on d.day_number = p.day_number
            order by p.day_number, u.user_principal_name

            """#
        ),
        SchemaFile(
            "user_interactions",
            #"""
            -- question: Which interactions stand behind the counts, newest first?
            -- theme: Organisation
            -- grain: one row per counted turn, on days whose audit data are not known, too
            -- order: occurred_at descending, record_id
            -- needs: audit_interactions
            -- source: audit records as loaded; never the text of a message
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- parameter: user_principal_name text? | one person only; NULL: all
            -- parameter: row_limit int = 1000 | rows at most
            -- column: occurred_at instant | creation time of the record
            -- column: record_id text | audit record id, lower case
            -- column: user_principal_name text | newest name
            -- column: app text | product, e.g. Word, Teams, Copilot Chat; (none) without an app host
            -- column: app_host text | app host; (none) when missing
            -- column: thread_id text? | conversation; NULL when missing
            -- column: agent_key text? | the agent; NULL without one
            -- column: agent_name text? | newest name up to the last day, else of the inventory, else schema name
            -- column: prompt_count int [messages] | prompts
            -- column: response_count int [messages] | responses
            -- column: resource_count int [accesses] | accessed resources
            with period as (
              select
                min(day_number) as first_number, max(day_number) as last_number
              from days
              where day >= :from_day and day < :to_day
            ),
            wanted as (
              select id as user_id from users where user_principal_name = lower(trim(:user_principal_name))
            ),
            day_totals as (
              select a.day_number, sum(a.interaction_count) as turns
              from adoption_activity a
              where a.day_number >= (select first_number from period)
                and a.day_number <= (select last_number from period)
                and (:user_principal_name is null or a.user_id = (select user_id from wanted))
              group by a.day_number
            ),
            later_days as (
              select day_number, sum(turns) over (order by day_number desc) - turns as later_turns
              from day_totals
            ),
            person_days as (
              select distinct a.day_number, a.user_id
              from later_days n
              join adoption_activity a on a.day_number = n.day_number
              where n.later_turns < :row_limit
                and (:user_principal_name is null or a.user_id = (select user_id from wanted))
            ),
            newest as (
              select i.id, rank() over (order by i.occurred_at desc) as place
              from person_days p
              cross join interactions i
              join app_hosts h on h.id = i.app_host_id
              where i.day_number = p.day_number and i.user_id = p.user_id
                and i.record_type = 261 and i.is_counted = 1 and i.is_by_person = 1 and h.is_user_action = 1
            ),
            listed as (
              select
                d.*,
                row_number() over (order by d.occurred_at desc, d.record_id) as place
              from newest n
              join interactions_detail d on d.interaction_id = n.id
              where n.place <= :row_limit
            ),
            labels as (
              select agent_key, coalesce(max(turn_name), max(list_name), max(schema_name)) as agent_name
              from period p
              join agent_label_spans n on n.valid_from <= p.last_number and n.valid_to > p.last_number
              group by agent_key
            )
            select
              l.occurred_at,
              l.record_id,
              l.user_principal_name,
              l.app,
              l.app_host,
              l.thread_id,
              l.agent_key,
              n.agent_name,
              l.prompt_count,
              l.response_count,
              l.resource_count
            from listed l
            left join labels n on n.agent_key = l.agent_key
            where l.place <= :row_limit
            order by l.place

            """#
        ),
        SchemaFile(
            "weekly_active_users",
            #"""
            -- question: How many people used Copilot each week?
            -- theme: Activity
            -- grain: one row per week with a day in the window; only days in the window count
            -- order: week_start
            -- needs: audit_interactions; optional license_lists
            -- source: active user as in the Microsoft 365 usage report; counted turns, not records
            -- parameter: from_day day = first covered day | first day, included
            -- parameter: to_day day = day after the last covered day | day after the last one
            -- column: week_start day | Monday of the week
            -- column: day_count int [days] | days of the week in the window
            -- column: covered_day_count int [days] | of these, days that are known
            -- column: is_complete flag | 1: all seven days lie in the window and are known
            -- column: active_user_count int? [people] | people with an interaction; NULL: no day is known
            -- column: active_licensed_user_count int? [people] | of these, licensed on the row's last day
            -- column: interaction_count int? [interactions] | counted turns
            -- column: prompt_count int? [messages] | prompts
            -- column: conversation_count int? [conversations] | distinct threads
            -- column: prompts_per_active_user real? | prompts / active users
            -- column: new_user_count int? [people] | active, never seen before; NULL: week before not known
            with known_weeks as (
              select week_start, max(day_number) as last_number, sum(is_covered) as covered_count
              from audit_calendar
              group by week_start
            ),
            window_weeks as (
              select
                week_start, min(day_number) as first_number, max(day_number) as last_number,
                min(day_number - weekday) as before_number, count(*) as day_count,
                sum(is_covered) as covered_count
              from audit_calendar
              where day >= :from_day and day < :to_day
              group by week_start
            ),
            period as (
              select min(first_number) as first_number, max(last_number) as last_number from window_weeks
            ),
            unknown_days as (
              select day_number
              from audit_calendar
              where day >= :from_day and day < :to_day and is_covered = 0
            ),
            week_people as (
              select
                d.day_number as first_number, count(distinct a.user_id) as user_count,
                count(distinct l.user_id) as licensed_count,
                sum(a.interaction_count) as interaction_count, sum(a.prompt_count) as prompt_count,
                sum(a.conversation_count) as conversation_count
              from days d
              cross join window_weeks w on w.first_number = d.day_number
              cross join adoption_activity a
                on a.day_number >= w.first_number and a.day_number <= w.last_number
              left join holder_spans l
                on l.user_id = a.user_id and l.valid_from <= w.last_number and l.valid_to > w.last_number
              where a.day_number not in (select day_number from unknown_days)
              group by d.day_number
            ),
            week_threads as (
              select d.day_number as first_number, count(distinct c.thread_id) as conversation_count
              from days d
              cross join window_weeks w on w.first_number = d.day_number
              cross join shared_conversations c
                on c.day_number >= w.first_number and c.day_number <= w.last_number
              where c.day_number not in (select day_number from unknown_days)
              group by d.day_number
            ),
            first_uses as (
              select
                u.id as user_id, min(h.day_number) as first_ever,
                min(case when h.day_number >= (select first_number from period)
                  and h.day_number not in (select day_number from unknown_days) then h.day_number end)
                  as first_seen
              from users u
              cross join hourly_activity h on h.user_id = u.id
                and h.day_number <= (select last_number from period)
              group by u.id
            ),
            newcomers as (
              select s.week_start, count(*) as user_count
              from first_uses u
              join days e on e.day_number = u.first_ever
              join days s on s.day_number = u.first_seen and s.week_start = e.week_start
              group by s.week_start
            )
            select
              w.week_start,
              w.day_count,
              w.covered_count as covered_day_count,
              case when w.covered_count = 7 then 1 else 0 end as is_complete,
              case when w.covered_count > 0 then coalesce(p.user_count, 0) end as active_user_count,
              case when w.covered_count > 0 and f.license_day is not null then coalesce(p.licensed_count, 0) end
                as active_licensed_user_count,
              case when w.covered_count > 0 then coalesce(p.interaction_count, 0) end as interaction_count,
              case when w.covered_count > 0 then coalesce(p.prompt_count, 0) end as prompt_count,
              case when w.covered_count > 0
                then coalesce(p.conversation_count, 0) + coalesce(t.conversation_count, 0)
              end as conversation_count,
              1e0 * p.prompt_count / p.user_count as prompts_per_active_user,
              case when w.covered_count > 0 and b.covered_count = 7 then coalesce(n.user_count, 0) end
                as new_user_count
            from window_weeks w
            cross join first_lists f
            left join known_weeks b on b.last_number = w.before_number
            left join week_people p on p.first_number = w.first_number
            left join week_threads t on t.first_number = w.first_number
            left join newcomers n on n.week_start = w.week_start
            order by w.week_start

            """#
        ),
    ]
}
