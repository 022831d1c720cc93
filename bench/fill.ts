import type pg from 'pg'

/**
 * Fills congress 1 up to `count` suggestions with their search entries and totals, by set-based SQL as the owner: a benchmark needs
 * rows, not their history. Texts are put together from words that occur in suggestions; one in a thousand holds a rare one.
 */
export async function fillTo(owner: pg.Client, count: number): Promise<void> {
  await owner.query(FOUNDATION)
  const { rows } = await owner.query<{ have: number }>('select count(*)::int as have from suggestions.suggestion')
  for (let from = rows[0]!.have; from < count; from += STEP) {
    await owner.query(SUGGESTIONS, [from, Math.min(count, from + STEP) - 1])
    await owner.query(HANDLING, [from, Math.min(count, from + STEP) - 1])
    await owner.query(ENTRIES, [from, Math.min(count, from + STEP) - 1])
  }
  await owner.query(TOTALS)
  for (const table of FILLED) await owner.query(`vacuum analyze ${table}`)
}

const STEP = 50_000

/** Autovacuum has seen the tables of a house that is in use; the planner must know these as well. */
const FILLED = [
  'congress.deputy',
  'congress.unit',
  'suggestions.suggestion',
  'suggestions.handling',
  'search.entry',
  'metrics.total',
]

const FOUNDATION = `
  insert into congress.congress (id, level, name, short_name, slug, area_code) values (1, 'city', '示例市人民代表大会', '示例市人大', 'city', '990100') on conflict do nothing;
  insert into congress.term (congress_id, number, starts_on) values (1, 17, '2022-01-01') on conflict do nothing;
  insert into congress.unit (congress_id, id, kind, name, short_name, initials, starts_on)
    select 1, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'department', '单位' || n, '单位' || n, '', '2000-01-01'
    from generate_series(1, 60) n on conflict do nothing;
  insert into congress.deputy (congress_id, id, name, initials, gender, nationality, card_number)
    select 1, ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, '代表' || n, '', '女', '汉族', n::text
    from generate_series(1, 500) n on conflict do nothing;
  insert into categories.dictionary (congress_id, version) values (1, 1) on conflict do nothing;
  insert into categories.category (congress_id, code, field_code, zh, en, ordinal)
    select 1, code, case when position('.' in code) > 0 then split_part(code, '.', 1) end, code, code, ordinal
    from unnest(array['economy', 'construction', 'construction.roads', 'construction.housing', 'livelihood', 'livelihood.health', 'legal'])
      with ordinality as it (code, ordinal)
    on conflict do nothing;`

const ID = `('01800000-' || lpad(to_hex(n / 65536), 4, '0') || '-7' || lpad(to_hex(n % 4096), 3, '0') || '-8000-' || lpad(to_hex(n), 12, '0'))::uuid`

const STATUS = `(array['assigned', 'accepted', 'replied', 'closed', 'closed', 'closed'])[n % 6 + 1]`
/** One in a thousand is of a rare field. */
const CATEGORY = `case when n % 1000 = 3 then 'legal' else (array['construction.roads', 'livelihood.health', 'construction', 'construction.housing',
  'economy', 'livelihood'])[n % 6 + 1] end`
const unitOf = (n: string) => `('00000000-0000-7000-8000-' || lpad((${n} % 60 + 1)::text, 12, '0'))::uuid`

/** Five years, the newest the present one of the bench. */
const YEAR = '2018 + n % 5'

/** What was answered was talked over, in time, and nine of ten closed ones were rated with satisfaction. */
const SUGGESTIONS = `
  insert into suggestions.suggestion (congress_id, id, term, session, series, number, reference, title, matter, category, lead_deputy_id,
    is_public, status, unit_id, created_at, year, submitted_on, registered_on, handed_over_on, round_started_on, accepted_on, met_on, replied_on,
    first_replied_on, was_late, reply_meaning, first_result, final_attitude, final_result)
  select 1, ${ID}, 17, 1, '17-1', n, '17-1-' || n, '关于第' || n || '处老旧小区改造的建议', '居民反映' || n, ${CATEGORY},
    ('00000000-0000-7000-9000-' || lpad((n % 500 + 1)::text, 12, '0'))::uuid, true, ${STATUS}, ${unitOf('n')}, now(), ${YEAR},
    '2022-02-16', '2022-02-20', '2022-02-25', '2022-02-25', case when n % 6 > 0 then date '2022-02-28' end, m.met_on, r.replied_on,
    r.replied_on, r.replied_on > '2022-05-25', case when r.replied_on is not null then (array['solved', 'datedPlan'])[n % 2 + 1] end,
    f.rating, f.rating, f.rating
  from generate_series($1::int, $2::int) n
  cross join lateral (select case when n % 6 > 1 then date '2022-05-20' end as replied_on) r
  cross join lateral (select case when n % 6 > 1 and n % 3 > 0 then date '2022-03-18' end as met_on) m
  cross join lateral (select case when n % 6 > 2 then case when n % 10 = 0 then 'dissatisfied' else 'satisfied' end end as rating) f`

/** One unit leads each; in every sixth another one helps it. */
const HANDLING = `
  insert into suggestions.handling (congress_id, suggestion_id, ordinal, unit_id, part, status, handed_over_on, accepted_on)
  select 1, ${ID}, h.ordinal, ${unitOf('(n + h.ordinal - 1)')}, h.part,
    case when n % 6 > 1 then 'done' else ${STATUS} end, '2022-02-25', case when n % 6 > 0 then date '2022-02-28' end
  from generate_series($1::int, $2::int) n
  cross join lateral (select 1 as ordinal, 'lead' as part union all select 2, 'co' where n % 6 = 3) h`

const ENTRIES = `
  insert into search.entry (congress_id, kind, subject_id, text, pairs)
  select 1, 'suggestion', ${ID}, t.text, array_to_tsvector(array(select distinct substr(t.text, i, 2) from generate_series(1, length(t.text) - 1) i))
  from generate_series($1::int, $2::int) n
  cross join lateral (select '关于' || (array['老旧小区', '公交线路', '电动自行车', '农贸市场', '学校食堂', '河道治理', '社区养老', '停车泊位'])[n % 8 + 1]
    || (array['改造', '管理', '建设', '提升', '规范', '保障', '监督'])[n % 7 + 1] || '的建议第' || n || '号'
    || case when n % 1000 = 7 then '无障碍坡道' else '' end || (array['5g基站', 'ai课程', '第112号', ''])[n % 4 + 1] as text) t`

/** The figures that the dashboards read, by the conditions of the slice's `rules/measures.ts`. */
const byUnit = {
  handed_over: 'true',
  replied: 'replied_on is not null',
  met: 'met_on is not null',
  in_time: 'was_late is false',
  late: 'was_late',
  solved: `reply_meaning = 'solved'`,
  classified: 'reply_meaning is not null',
  rated: 'final_result is not null',
  satisfied: `final_result = 'satisfied'`,
  dissatisfied: `final_result = 'dissatisfied'`,
  attitude_satisfied: `final_attitude = 'satisfied'`,
  first_rated: 'first_result is not null',
  first_satisfied: `first_result = 'satisfied'`,
}

const TOTALS = `
  delete from metrics.total where congress_id = 1;
  insert into metrics.total (congress_id, metric, dimension, amount)
    select 1, 'suggestion.status', status, count(*) from suggestions.suggestion group by status
    union all select 1, 'suggestion.meaning', reply_meaning || '@' || year, count(*) from suggestions.suggestion where reply_meaning is not null group by reply_meaning, year
    ${Object.entries(byUnit)
      .map(
        ([name, condition]) =>
          `union all select 1, 'suggestion.${name}', unit_id || '@' || year, count(*) from suggestions.suggestion where ${condition} group by unit_id, year`,
      )
      .join('\n    ')}`
