/** A congress as a request finds it by its host name. */
export interface Congress {
  readonly id: number
  readonly name: string
  readonly shortName: string
  readonly slug: string
}

/** The session a day falls into, or the running term between sessions (闭会期间). */
export interface Period {
  readonly term: number
  readonly session: number | null
}

export const unitKinds = [
  'standing_committee',
  'working_body',
  'special_committee',
  'government',
  'department',
  'supervision_commission',
  'court',
  'procuratorate',
  'district_government',
  'other',
] as const
export type UnitKind = (typeof unitKinds)[number]
