import {
  addToGrouping,
  groupsOf,
  OPINION_GROUPING,
  restoreGrouping,
  type GroupingOptions,
  type OpinionGroup,
} from './grouping.ts'
import type { TextItem } from './text-item.ts'

/** Groups together with how they were made, to be shown beside them. */
export interface GroupedOpinions {
  readonly method: string
  readonly options: GroupingOptions
  readonly groups: OpinionGroup[]
}

/**
 * Groups opinions in the order given. `earlier` are opinions with the id of the group they are in already: they stay, new ones join them
 * or open groups. Grouping in portions gives what grouping at once gives.
 */
export function groupOpinions(
  items: readonly TextItem[],
  given: Partial<GroupingOptions> & {
    earlier?: readonly { item: TextItem; group: string }[]
    progress?: (done: number) => void
  } = {},
): GroupedOpinions {
  const { earlier = [], progress, ...own } = given
  const options = { ...OPINION_GROUPING, ...own }
  const grouping = restoreGrouping(options, earlier)
  addToGrouping(grouping, items, progress)
  const method = `按字词相近逐条归组：与最近一条的相近度不低于 ${options.threshold}，且与组内前几条平均不低于 ${options.cohesion}`
  return { method, options, groups: groupsOf(grouping) }
}
