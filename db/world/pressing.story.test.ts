import { expect, test } from 'vitest'
import { openWorld } from './testing.ts'
import { CITY } from './world.ts'

const world = await openWorld()
await world.load()

test('SUG-15 the ten suggestions on old housing estates are one plan and one key topic, all answered', async () => {
  for (const table of ['plan_member', 'topic_member']) {
    const [row] = await world.read<{ n: number; answered: number }>(`select count(*)::int as n, count(s.replied_on)::int as answered
      from pressing.${table} m join suggestions.suggestion s on s.congress_id = m.congress_id and s.id = m.suggestion_id
      where m.congress_id = ${CITY} and s.title like '%老旧小区%'`)
    expect(row, table).toEqual({ n: 10, answered: 10 })
  }
})

test('SUG-28 one topic is pressed for, one waits for the chairpersons’ meeting, one was proposed', async () => {
  const rows = await world.read(`select status, decided_on is not null as decided from pressing.topic where congress_id = ${CITY} order by status`)
  expect(rows).toEqual([
    { status: 'compiled', decided: false },
    { status: 'in_progress', decided: true },
    { status: 'proposed', decided: false },
  ])
})

test('SUG-08 four face-to-face events with the themes of the digest', async () => {
  const rows = await world.read<{ theme: string }>(`select theme from pressing.face_to_face where congress_id = ${CITY} and status = 'held' order by held_on`)
  expect(rows.map((it) => it.theme)).toEqual(['加强老旧小区改造和物业管理提升', '促进民营经济发展', '推进基层治理现代化', '优化营商环境'])
  const [first] = await world.read(`select e.place, e.residents, (select count(*)::int from pressing.face_to_face_deputy d where d.congress_id = e.congress_id and d.event_id = e.id) as deputies,
    (select count(*)::int from pressing.face_to_face_unit u where u.congress_id = e.congress_id and u.event_id = e.id) as units
    from pressing.face_to_face e where e.congress_id = ${CITY} order by e.held_on limit 1`)
  expect(first).toEqual({ place: '小西小区', residents: 15, deputies: 2, units: 3 })
})

test('SUG-14 224 became 475, and policies of 12, 15 and 50 measures', async () => {
  const policies = await world.read<{ measures: number }>(`select measures from pressing.outcome where congress_id = ${CITY} and kind = 'policy_output' order by 1`)
  expect(policies.map((it) => it.measures)).toEqual([12, 15, 50])
  const changes = await world.read(`select before_count, after_count, count_unit from pressing.outcome where congress_id = ${CITY} and before_count is not null`)
  expect(changes).toEqual([{ before_count: 224, after_count: 475, count_unit: '个' }])
})

test('SUG-16 visits are due, overdue and made; nothing is linked to a suggestion that is not there', async () => {
  const [visits] = await world.read(`select count(*) filter (where status = 'made')::int as made,
    count(*) filter (where status = 'due' and due_on < '2022-09-27')::int as overdue, count(*) filter (where status = 'due')::int as due
    from pressing.visit where congress_id = ${CITY}`)
  expect(visits).toEqual({ made: 1, overdue: 1, due: 3 })
  for (const table of ['topic_member', 'plan_member', 'face_to_face_suggestion', 'guidance', 'outcome_suggestion', 'visit', 'enquiry']) {
    const [lost] = await world.read<{ n: number }>(`select count(*)::int as n from pressing.${table} m where not exists (
      select from suggestions.suggestion s where s.congress_id = m.congress_id and s.id = m.suggestion_id and s.handed_over_on is not null)`)
    expect(lost!.n, table).toBe(0)
  }
})

test('SUG-17 deputies have asked units, in every state; what was answered stands among the contacts', async () => {
  const rows = await world.read<{ status: string }>(`select status from pressing.enquiry where congress_id = ${CITY}`)
  expect(rows.map((it) => it.status).toSorted()).toEqual(['acknowledged', 'answered', 'asked', 'recalled'])
  const [answered] = await world.read<{ n: number }>(`select count(*)::int as n from pressing.enquiry e
    join suggestions.contact c on c.congress_id = e.congress_id and c.suggestion_id = e.suggestion_id and c.contacted_on = e.contacted_on
    where e.congress_id = ${CITY} and e.status = 'answered'`)
  expect(answered!.n).toBeGreaterThan(0)
})
