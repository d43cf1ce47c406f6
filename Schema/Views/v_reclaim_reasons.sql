create view reclaim_reasons as
-- How sure it is that a licence can be taken back, by the rule that decided. Key: reason.
select
  1 as place, -- order of the tiers
  'certain' as tier, -- certain, probable, review or excluded
  'account_disabled' as reason -- the rule
union all select 2, 'probable', 'idle'
union all select 2, 'probable', 'never_used'
union all select 3, 'review', 'not_enough_history'
union all select 3, 'review', 'new_starter'
union all select 3, 'review', 'not_in_directory'
union all select 3, 'review', 'never_used_unknown_tenure'
union all select 4, 'excluded', 'excluded'
