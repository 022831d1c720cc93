import type { Preset } from '../rules/profile.ts'
import { beijing } from './beijing.ts'
import { chongqing } from './chongqing.ts'
import { shandong } from './shandong.ts'
import { shanghai } from './shanghai.ts'
import { standard } from './standard.ts'

/** The profiles an administrator can start from; all are examples to be checked against the local rule in force. */
export const presets = { standard, beijing, shanghai, shandong, chongqing } satisfies Record<string, Preset>
export type PresetName = keyof typeof presets
