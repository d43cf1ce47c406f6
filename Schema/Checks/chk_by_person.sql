-- rule: An interaction is by a person exactly if its account is one.
-- remedy: Load the files of these interactions again.
select
  'interaction ' || i.id as object,
  'is_by_person ' || i.is_by_person || ', account ' || c.is_by_person as detail
from interactions i
join accounts c on c.id = i.account_id
where i.is_by_person <> c.is_by_person
