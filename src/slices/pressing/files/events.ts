import * as z from 'zod'
import { kind, type Catalogue } from '#kernel/audit/contract.ts'

/** Names of files may hold names of people, so they stay out of the log. */
const ofEvent = z.object({ theme: z.string(), fileId: z.uuid(), kind: z.string() })
const ofVisit = z.object({ suggestionId: z.uuid(), suggestionTitle: z.string(), unitId: z.uuid().nullable(), fileId: z.uuid() })

export const fileEvents = {
  'face-to-face.file_attached': kind({
    payload: ofEvent.extend({ isPublic: z.boolean() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `附上了${p.isPublic ? '公开的照片' : '附件'}`,
      en: (p) => (p.isPublic ? 'Added a public photograph' : 'Added a file'),
    },
  }),
  'face-to-face.file_removed': kind({
    payload: ofEvent.omit({ kind: true }),
    visibility: 'internal',
    sentence: { zh: () => '移除了附件', en: () => 'Removed a file' },
  }),
  'visit.file_attached': kind({
    payload: ofVisit.extend({ kind: z.string() }),
    visibility: 'internal',
    sentence: { zh: () => '附上了回访的附件', en: () => 'Added a file of the visit' },
  }),
  'visit.file_removed': kind({
    payload: ofVisit,
    visibility: 'internal',
    sentence: { zh: () => '移除了回访的附件', en: () => 'Removed a file of the visit' },
  }),
} satisfies Catalogue
