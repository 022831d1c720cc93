import { totals } from '#kernel/metrics/api.ts'
import { notFound } from '#lib/http/problem.ts'
import { portalRoute } from '#portal/route.ts'
import * as z from 'zod'
import { ListQuery } from './contract.ts'
import { DetailPage } from './portal/detail.tsx'
import { ListPage } from './portal/list.tsx'
import { UnitPage } from './portal/unit.tsx'
import { UnitsPage } from './portal/units.tsx'
import { listHandlingUnits } from './figures-store.ts'
import { publicDetail, publicList, summarise } from './reading.ts'
import { readUnit, readUnits } from './unit-reading.ts'

const filter = ListQuery.omit({ limit: true })
/** A filter that cannot be read is left out: a mistyped address still shows the list. */
const LenientFilter = z.object({
  q: filter.shape.q.catch(undefined),
  status: filter.shape.status.catch(undefined),
  category: filter.shape.category.catch(undefined),
  unitId: filter.shape.unitId.catch(undefined),
  answered: filter.shape.answered.catch(undefined),
  late: filter.shape.late.catch(undefined),
  cursor: filter.shape.cursor.catch(undefined),
})

/** The public pages of this slice. */
export const pages = [
  portalRoute({
    path: '/suggestions',
    query: LenientFilter,
    load: async (reading, { query }) => {
      const { tx } = reading
      const page = await publicList(reading, { ...query, limit: 20 })
      const units = await listHandlingUnits(tx, [...(await totals(tx, 'suggestion.handed_over')).keys()])
      return { ...page, units, summary: await summarise(tx), filter: query }
    },
    draw: (frame, data) => <ListPage frame={frame} {...data} />,
  }),
  portalRoute({
    path: '/suggestions/:reference',
    query: z.object({}),
    load: (reading, { params }) => publicDetail(reading, params['reference'] ?? ''),
    draw: (frame, it) => <DetailPage frame={frame} it={it} />,
  }),
  portalRoute({
    path: '/units',
    query: z.object({}),
    load: readUnits,
    draw: (frame, data) => <UnitsPage frame={frame} data={data} />,
  }),
  portalRoute({
    path: '/units/:id',
    query: z.object({}),
    load: async (reading, { params }) => {
      const id = z.uuid().safeParse(params['id'])
      if (!id.success) throw notFound('这个单位')
      return readUnit(reading, id.data)
    },
    draw: (frame, data) => <UnitPage frame={frame} data={data} />,
  }),
]
