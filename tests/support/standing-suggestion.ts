import type { Insertable } from 'kysely'
import type { SuggestionsSuggestion } from '#lib/db/schema.ts'
import { newId } from '#lib/id.ts'
import { CITY, NOON, type House } from './house.ts'

let lastNumber = 900

/** A suggestion that stands at a point of its life without having been lived there: for slices that only read of it. */
export async function standing(
  house: House,
  deputyId: string,
  more: Partial<Insertable<SuggestionsSuggestion>> = {},
): Promise<{ id: string; reference: string; title: string }> {
  const id = newId()
  lastNumber += 1
  const title = more.title ?? `关于老旧小区改造的建议之${lastNumber}`
  const reference = `17-2022-${lastNumber}`
  const row = {
    congress_id: CITY,
    id,
    term: 17,
    session: null,
    series: '17-2022',
    number: lastNumber,
    reference,
    title,
    matter: '老旧小区改造要听取居民意见。',
    category: 'construction',
    lead_deputy_id: deputyId,
    is_public: true,
    status: 'accepted',
    unit_id: house.unitIds.housing,
    profile_version: 1,
    created_at: NOON,
    submitted_on: '2022-02-16',
    registered_on: '2022-02-22',
    handed_over_on: '2022-02-25',
    round_started_on: '2022-02-25',
    accepted_on: '2022-02-28',
    replied_on: null as string | null,
    ...more,
  }
  const { unit_id: unitId, handed_over_on: handedOverOn } = row
  await house.in(CITY, async ({ db }) => {
    await db.insertInto('suggestions.suggestion').values(row).execute()
    if (!unitId || !handedOverOn) return
    const handling = { unit_id: unitId, handed_over_on: handedOverOn, part: 'lead', status: row.replied_on ? 'done' : 'accepted' }
    await db
      .insertInto('suggestions.handling')
      .values({ congress_id: CITY, suggestion_id: id, ordinal: 1, ...handling })
      .execute()
  })
  return { id, reference, title }
}
