import * as z from 'zod'
import { portalRoute } from '#portal/route.ts'
import { ListQuery } from './contract.ts'
import { DetailPage } from './portal/detail.tsx'
import { ListPage } from './portal/list.tsx'
import { publicDetail, publicList, summarise } from './reading.ts'
import { listSeries } from './store.ts'

const { q, status, kind, series, cursor } = ListQuery.shape
/** A filter that cannot be read is left out: a mistyped address still shows the list. */
const LenientFilter = z.object({
  q: q.catch(undefined),
  status: status.catch(undefined),
  kind: kind.catch(undefined),
  series: series.catch(undefined),
  cursor: cursor.catch(undefined),
})

/** The public pages of this slice. */
export const pages = [
  portalRoute({
    path: '/motions',
    query: LenientFilter,
    load: async ({ tx }, { query }) => {
      const page = await publicList(tx, { ...query, limit: 20 })
      return { ...page, series: await listSeries(tx), summary: await summarise(tx), filter: query }
    },
    draw: (frame, data) => <ListPage frame={frame} {...data} />,
  }),
  portalRoute({
    path: '/motions/:reference',
    query: z.object({}),
    load: (reading, { params }) => publicDetail(reading, params['reference'] ?? ''),
    draw: (frame, it) => <DetailPage frame={frame} it={it} />,
  }),
]
