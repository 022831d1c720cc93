import * as z from 'zod'
import { define } from '#kernel/identity/contract.ts'
import { DateOnly } from '#lib/pure/date.ts'
import { SuggestionProfile } from './rules/profile.ts'

/** The administration of the procedure profile (办理规则包) of this slice; paths stand under `/api/v1`. */
const administrators = ['system_admin'] as const

const versionNumber = z.int().min(0)

/** `past` was in force, `current` is, `coming` will be from its day on. */
const Standing = z.enum(['past', 'current', 'coming'])

export const ProfileVersionItem = z.object({
  version: z.int(),
  title: z.string(),
  effectiveOn: DateOnly,
  standing: Standing,
  activatedAt: z.iso.datetime(),
  /** Null for the version that the installation began with. */
  activatedBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  settings: SuggestionProfile,
})
export type ProfileVersionItem = z.infer<typeof ProfileVersionItem>

const PresetItem = z.object({ name: z.string(), title: z.string(), note: z.string(), settings: SuggestionProfile })
export type PresetItem = z.infer<typeof PresetItem>

const DifferenceItem = z.object({
  key: z.string(),
  label: z.string(),
  before: z.string(),
  after: z.string(),
  basis: z.string().nullable(),
})
export type DifferenceItem = z.infer<typeof DifferenceItem>

/** The candidate, and the newest version it is meant to follow (0 where there is none yet). */
export const CompareInput = z.strictObject({ after: versionNumber, settings: SuggestionProfile })

export const Comparison = z.object({
  /** The version that was compared with; null where the congress has none yet, and everything is new. */
  with: z.object({ version: z.int(), title: z.string() }).nullable(),
  differences: z.array(DifferenceItem),
})
export type Comparison = z.infer<typeof Comparison>

export const ActivateInput = CompareInput.extend({
  title: z.string().trim().min(2).max(60),
  effectiveOn: DateOnly,
})
export type ActivateInput = z.infer<typeof ActivateInput>

export const profileApi = define({
  listProfileVersions: {
    method: 'GET',
    path: '/suggestions/profiles',
    summary: '办理规则包的全部版本，新的在前',
    audience: administrators,
    ok: z.object({ today: DateOnly, items: z.array(ProfileVersionItem) }),
  },
  listProfilePresets: {
    method: 'GET',
    path: '/suggestions/profiles/presets',
    summary: '可以用作底稿的规则包',
    audience: administrators,
    ok: z.object({ items: z.array(PresetItem) }),
  },
  compareProfile: {
    method: 'POST',
    path: '/suggestions/profiles/compare',
    summary: '拟启用的规则包与最新版本的差异，逐条写明；不保存',
    audience: administrators,
    body: CompareInput,
    ok: Comparison,
  },
  activateProfile: {
    method: 'POST',
    path: '/suggestions/profiles',
    summary: '启用新版本：自施行之日起新交办的建议适用，启用后不能修改',
    audience: administrators,
    body: ActivateInput,
    ok: ProfileVersionItem,
    status: 201,
  },
})
