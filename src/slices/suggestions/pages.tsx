import type { ReactNode } from 'react'
import { readDictionary } from '#kernel/categories/api.ts'
import { notFound } from '#lib/http/problem.ts'
import type { Frame } from '#portal/kit.ts'
import { portalRoute, type PageReading, type PortalRoute } from '#portal/route.ts'
import * as z from 'zod'
import { ListQuery } from './contract.ts'
import { readCategoryFigures } from './figures/categories.ts'
import { publicReader } from './figures/counting.ts'
import { DetailPage } from './portal/detail.tsx'
import { ListPage } from './portal/list.tsx'
import { UnitPage } from './portal/unit.tsx'
import { UnitsPage } from './portal/units.tsx'
import { publicCase, publicList, summarise } from './reading.ts'
import { listPublicUnits, readPublicFigures, readUnit, readUnits } from './figures/unit-reading.ts'

const filter = ListQuery.omit({ limit: true })
/** A filter that cannot be read is left out: a mistyped address still shows the list. */
const LenientFilter = z.object({
  q: filter.shape.q.catch(undefined),
  status: filter.shape.status.catch(undefined),
  category: filter.shape.category.catch(undefined),
  unitId: filter.shape.unitId.catch(undefined),
  answered: filter.shape.answered.catch(undefined),
  late: filter.shape.late.catch(undefined),
  key: filter.shape.key.catch(undefined),
  cursor: filter.shape.cursor.catch(undefined),
  handed: filter.shape.handed.catch(undefined),
  met: filter.shape.met.catch(undefined),
  inTime: filter.shape.inTime.catch(undefined),
  rating: filter.shape.rating.catch(undefined),
  attitude: filter.shape.attitude.catch(undefined),
  firstRating: filter.shape.firstRating.catch(undefined),
  meaning: filter.shape.meaning.catch(undefined),
  transferred: filter.shape.transferred.catch(undefined),
  year: filter.shape.year.catch(undefined),
})

/** Draws what another module has to tell below a page of this slice. */
type Beside = (reading: PageReading, id: string) => Promise<(frame: Frame) => ReactNode>

/** What stands beside a suggestion and a unit; the composition root knows the modules that this slice does not. */
export interface Besides {
  readonly suggestion: Beside
  readonly unit: Beside
}

/** The public pages of this slice. */
export function suggestionPages(beside: Besides): readonly PortalRoute[] {
  return [
    portalRoute({
      path: '/suggestions',
      query: LenientFilter,
      load: async (reading, { query }) => {
        const page = await publicList(reading, { ...query, limit: 20 })
        const [units, figures] = [await listPublicUnits(reading), await readPublicFigures(reading)]
        const byCategory = await readCategoryFigures(publicReader(reading), reading.locale)
        const { items: categories } = await readDictionary(reading.tx)
        return { ...page, units, figures, byCategory, categories, summary: await summarise(reading.tx), filter: query }
      },
      draw: (frame, data) => <ListPage frame={frame} {...data} />,
    }),
    portalRoute({
      path: '/suggestions/:reference',
      query: z.object({}),
      load: async (reading, { params }) => {
        const { id, it } = await publicCase(reading, params['reference'] ?? '')
        // Where the deputy keeps the text back, title and progress are all that anybody reads.
        return { it, more: it.text === null && it.summary === null ? null : await beside.suggestion(reading, id) }
      },
      draw: (frame, { it, more }) => <DetailPage frame={frame} it={it} more={more?.(frame)} />,
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
        return { data: await readUnit(reading, id.data), more: await beside.unit(reading, id.data) }
      },
      draw: (frame, { data, more }) => <UnitPage frame={frame} data={data} more={more(frame)} />,
    }),
  ]
}
