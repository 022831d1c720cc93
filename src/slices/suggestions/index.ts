import type { Manifest } from '#kernel/manifest.ts'
import { adviceApi } from './advice/endpoints.ts'
import { wordApi } from './advice/word/endpoints.ts'
import { learningSchedule, learnUnitsNightly, learnUnitsOf } from './advice/jobs.ts'
import { documentsApi } from './documents/endpoints.ts'
import { actApi } from './act-endpoints.ts'
import { api } from './endpoints.ts'
import { events } from './events.ts'
import { figuresApi } from './figures/endpoints.ts'
import { findSuggestions } from './find/finder.ts'
import { suggestionHistory } from './import/history.ts'
import { remindDue, schedule } from './jobs.ts'
import { notices } from './notices.ts'
import { followingApi } from './open/following/endpoints.ts'
import { withFollowers } from './open/following/notices.ts'
import { profileApi } from './profile-endpoints.ts'
import { ratingSchedule, remindRating } from './rating-jobs.ts'
import { isKept } from './reading.ts'
import { undoApi } from './undo-endpoints.ts'
import { recount } from './recount-store.ts'

/** What has a transaction around it; reading a Word document has none. */
export const contract = {
  ...api,
  ...actApi,
  ...undoApi,
  ...profileApi,
  ...documentsApi,
  ...figuresApi,
  ...adviceApi,
  ...followingApi,
}

export const manifest = {
  name: 'suggestions',
  schema: 'suggestions',
  contract: { ...contract, ...wordApi },
  events,
  notices: withFollowers(notices),
  isKept,
  jobs: [remindDue, remindRating, learnUnitsNightly, learnUnitsOf],
  schedule: [...schedule, ratingSchedule, learningSchedule],
  recount,
  find: findSuggestions,
  imports: [suggestionHistory],
} as const satisfies Manifest
