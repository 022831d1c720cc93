import * as z from 'zod'
import { notFound } from '#lib/http/problem.ts'
import { portalRoute } from '#portal/route.ts'
import { publicMeeting, publicMeetings } from './events/views.ts'
import { publicPhotosOf } from './files/public-photos.ts'
import { Kind } from './outcomes/contract.ts'
import { publicOutcomes } from './outcomes/views.ts'
import { FaceToFacePage, MeetingPage } from './portal/face-to-face.tsx'
import { KeyTopicsPage } from './portal/key-topics.tsx'
import { OutcomesPage } from './portal/outcomes.tsx'
import { publicTopics } from './topics/views.ts'

/** A place in the list that cannot be read is its beginning. */
const from = z.coerce.number().int().min(0).max(10_000).catch(0)

/** The public pages of this slice. */
export const pages = [
  portalRoute({
    path: '/outcomes',
    query: z.object({ kind: Kind.optional().catch(undefined), from }),
    load: async ({ tx }, { query }) => ({ items: await publicOutcomes(tx), kind: query.kind, from: query.from }),
    draw: (frame, data) => <OutcomesPage frame={frame} {...data} />,
  }),
  portalRoute({
    path: '/face-to-face',
    query: z.object({ from }),
    load: async ({ tx }, { query }) => ({ items: await publicMeetings(tx), from: query.from }),
    draw: (frame, data) => <FaceToFacePage frame={frame} {...data} />,
  }),
  portalRoute({
    path: '/face-to-face/:id',
    query: z.object({}),
    load: async ({ tx }, { params }) => {
      const id = z.uuid().safeParse(params['id'])
      if (!id.success) throw notFound('这场活动')
      return { it: await publicMeeting(tx, id.data), photos: await publicPhotosOf(tx, id.data) }
    },
    draw: (frame, data) => <MeetingPage frame={frame} {...data} />,
  }),
  portalRoute({
    path: '/key-topics',
    query: z.object({}),
    load: ({ tx }) => publicTopics(tx),
    draw: (frame, items) => <KeyTopicsPage frame={frame} items={items} />,
  }),
]
