import * as z from 'zod'
import { pages as motionPages } from '#slices/motions/pages.tsx'
import { pages as pressingPages } from '#slices/pressing/pages.tsx'
import { files as suggestionFiles } from '#slices/suggestions/open/files.ts'
import { suggestionPages } from '#slices/suggestions/pages.tsx'
import { latestPublic } from '#slices/suggestions/api.ts'
import { notFound } from '#lib/http/problem.ts'
import { portalRoute, type PortalFile, type PortalRoute } from '#portal/route.ts'
import { besides } from './besides.tsx'
import { AboutPage, aboutTopics, type AboutTopic } from './about.tsx'
import { HomePage } from './home.tsx'
import { OpenDataPage } from './open-data.tsx'

const nothing = z.object({})

/** Every feed, calendar and table that anybody may take. */
export const portalFiles: readonly PortalFile[] = suggestionFiles

/** Every public page, those that belong to no slice first. */
export const portalRoutes: readonly PortalRoute[] = [
  portalRoute({
    path: '/',
    query: nothing,
    load: ({ tx }) => latestPublic(tx, 6),
    draw: (frame, data) => <HomePage frame={frame} {...data} />,
  }),
  portalRoute({ path: '/open', query: nothing, load: async () => null, draw: (frame) => <OpenDataPage frame={frame} /> }),
  portalRoute({
    path: '/about/:topic',
    query: nothing,
    load: async (_reading, { params }): Promise<AboutTopic> => {
      const topic = aboutTopics.find((it) => it === params['topic'])
      if (!topic) throw notFound()
      return topic
    },
    draw: (frame, topic) => <AboutPage frame={frame} topic={topic} />,
  }),
  ...suggestionPages(besides),
  ...motionPages,
  ...pressingPages,
]
