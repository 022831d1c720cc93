import * as z from 'zod'
import { LegalTerm, type ProfileKind } from '#kernel/procedure/contract.ts'

/** 《地方组织法》第二十二条: at county level and above ten deputies, in a township five. No local rule may go below. */
const floors = { province: 10, city: 10, county: 10, township: 5 } as const
export type Level = keyof typeof floors

const ORGANIC_LAW = '《地方各级人民代表大会和地方各级人民政府组织法》第二十二条'

/** What differs from place to place, versioned by date in `kernel/procedure`. */
export const MotionSettings = z.strictObject({
  /** Signatories that a motion needs, the lead deputy counted. */
  minimum: z.int().min(5).max(100),
  minimumBasis: z.string().trim().min(2).max(200),
  /** From the day on which it was sent to a committee to the day on which its opinion is due. */
  committeeOpinion: LegalTerm,
})
export type MotionSettings = z.infer<typeof MotionSettings>

export const motionProfile = { slice: 'motions', settings: MotionSettings } as const satisfies ProfileKind

/** What holds where nothing of a congress's own is in force: the law's number, and the term that Shanghai gives its committees. */
export function defaultSettings(level: Level): MotionSettings {
  return {
    minimum: floors[level],
    minimumBasis: ORGANIC_LAW,
    committeeOpinion: {
      term: { amount: 30, unit: 'day' },
      basis: '参照《上海市人民代表大会关于代表议案的规定》第十条',
    },
  }
}

/** The settings that bind: a version of the congress's own, but never fewer signatories than the law asks for. */
export function settingsFor(level: Level, own: MotionSettings | undefined): MotionSettings {
  const lawful = defaultSettings(level)
  if (!own) return lawful
  return own.minimum < lawful.minimum ? { ...own, minimum: lawful.minimum, minimumBasis: lawful.minimumBasis } : own
}
