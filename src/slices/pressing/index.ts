import type { Manifest } from '#kernel/manifest.ts'
import { caseApi, eventApi, guidanceApi, outcomeApi, planApi } from './endpoints.ts'
import { enquiryApi } from './enquiries/endpoints.ts'
import { events } from './events.ts'
import { remindVisits, schedule } from './jobs.ts'
import { fileApi } from './files/endpoints.ts'
import { notices } from './notices.ts'
import { topicApi } from './topics/endpoints.ts'

export const manifest = {
  name: 'pressing',
  schema: 'pressing',
  contract: { ...caseApi, ...topicApi, ...planApi, ...eventApi, ...guidanceApi, ...enquiryApi, ...fileApi, ...outcomeApi },
  events,
  notices,
  jobs: [remindVisits],
  schedule,
} as const satisfies Manifest
