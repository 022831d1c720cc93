/**
 * What a suggestion can be about. In every text {区} is a district, {街} a street or town, {社} a community, {村} a village, {路} a
 * road, {校} a school. Each request comes with the measure the unit takes, so that a reply answers what was asked.
 */
export interface Topic {
  /** Of the dictionary that comes with the program. */
  readonly category: string
  readonly title: string
  readonly matter: string
  readonly requests: readonly (readonly [request: string, measure: string])[]
}

/** Topics by the name of the unit they fall to. */
export type Topics = Readonly<Record<string, readonly Topic[]>>

export function about(category: string, title: string, matter: string, ...requests: Topic['requests'][number][]): Topic {
  return { category, title, matter, requests }
}
