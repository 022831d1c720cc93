import { cutPage } from '#lib/http/page.ts'
import { portalRoute } from '#portal/route.ts'
import * as z from 'zod'
import { ListQuery } from './contract.ts'
import { DetailPage } from './portal/detail.tsx'
import { ListPage } from './portal/list.tsx'
import { publicDetail, summarise } from './reading.ts'
import { list } from './list-store.ts'
import { toPublicItem } from './views.ts'

const filter = ListQuery.omit({ limit: true })
/** A filter that cannot be read is left out: a mistyped address still shows the list. */
const LenientFilter = z.object({
  q: filter.shape.q.catch(undefined),
  status: filter.shape.status.catch(undefined),
  category: filter.shape.category.catch(undefined),
  unitId: filter.shape.unitId.catch(undefined),
  answered: filter.shape.answered.catch(undefined),
  cursor: filter.shape.cursor.catch(undefined),
})

/** The public pages of this slice. */
export const pages = [
  portalRoute({
    path: '/suggestions',
    query: LenientFilter,
    load: async ({ tx }, { query }) => {
      const page = cutPage(await list(tx, { kind: 'public' }, { ...query, limit: 20 }), 20, (it) => it.id)
      return { items: page.items.map(toPublicItem), next: page.next, summary: await summarise(tx), filter: query }
    },
    draw: (frame, data) => <ListPage frame={frame} {...data} />,
  }),
  portalRoute({
    path: '/suggestions/:reference',
    query: z.object({}),
    load: (reading, { params }) => publicDetail(reading, params['reference'] ?? ''),
    draw: (frame, it) => <DetailPage frame={frame} it={it} />,
  }),
]
