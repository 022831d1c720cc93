-- Suggestion categories (建议类别): the congress's own dictionary, fields (大类) with classes (小类) under them. A code says where it
-- belongs (`construction.roads`), so a suggestion carries its field in its own row and a field's list needs no join. Nothing is ever
-- deleted: a retired category stays readable on old suggestions, and its code is not given again.
create schema categories;
grant usage on schema categories to minyi_app;

-- One row for each congress that has a dictionary of its own; editors hold it while they write.
create table categories.dictionary (
  congress_id integer not null,
  version integer not null,
  constraint dictionary_pk primary key (congress_id),
  constraint dictionary_congress_fk foreign key (congress_id) references congress.congress (id),
  constraint dictionary_counts_from_one check (version >= 1)
);

-- A class names its field, which by its own code cannot be a class: two levels and no more.
create table categories.category (
  congress_id integer not null,
  code text not null,
  field_code text,
  zh text not null,
  en text not null,
  ordinal integer not null,
  retired_on date,
  constraint category_pk primary key (congress_id, code),
  constraint category_dictionary_fk foreign key (congress_id) references categories.dictionary (congress_id),
  constraint category_field_fk foreign key (congress_id, field_code) references categories.category (congress_id, code),
  constraint category_code_form check (code ~ '^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?$' and length(code) <= 60),
  constraint category_parent_is_field check (field_code is not distinct from case when position('.' in code) > 0 then split_part(code, '.', 1) end),
  constraint category_named check (length(zh) between 1 and 20 and length(en) between 1 and 60)
);
create unique index category_zh_once on categories.category (congress_id, coalesce(field_code, ''), zh) where retired_on is null;
create unique index category_en_once on categories.category (congress_id, coalesce(field_code, ''), lower(en)) where retired_on is null;

alter table categories.dictionary enable row level security;
alter table categories.category enable row level security;
create policy tenant on categories.dictionary using (congress_id = nullif(current_setting('app.congress', true), '')::integer);
create policy tenant on categories.category using (congress_id = nullif(current_setting('app.congress', true), '')::integer);
grant select, insert, update on categories.dictionary, categories.category to minyi_app;

-- Where suggestions are already, what they carry becomes the first dictionary: the six categories of before, as fields without classes.
insert into categories.dictionary (congress_id, version)
  select id, 1 from congress.congress c where exists (select from suggestions.suggestion s where s.congress_id = c.id);
insert into categories.category (congress_id, code, zh, en, ordinal)
  select d.congress_id, it.code, it.zh, it.en, it.ordinal
  from categories.dictionary d
  cross join (values
    ('economy', '经济发展', 'Economy', 1),
    ('construction', '城乡建设', 'Urban and rural construction', 2),
    ('environment', '环境保护', 'Environment', 3),
    ('livelihood', '民生改善', 'Livelihood', 4),
    ('legal', '民主法治', 'Democracy and rule of law', 5),
    ('other', '其他', 'Other', 6)) as it (code, zh, en, ordinal);

-- The list of a field, newest first, and what was handed over and answered of each category.
create index suggestion_by_field on suggestions.suggestion (congress_id, split_part(category, '.', 1), id);
create index suggestion_handed_by_category on suggestions.suggestion (congress_id, category) include (session, unit_id, is_confidential, replied_on)
  where handed_over_on is not null and status <> 'withdrawn';
