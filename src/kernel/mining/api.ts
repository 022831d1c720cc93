/** Text understanding for other modules: everything is an aid that says how it came about; a person decides. */
export { COMMON_UNITS, type UnitDuties } from './duty-catalogue.ts'
export { groupOpinions, type GroupedOpinions } from './group-opinions.ts'
export {
  addToGrouping,
  groupsOf,
  OPINION_GROUPING,
  restoreGrouping,
  startGrouping,
  type Grouping,
  type GroupingOptions,
  type OpinionGroup,
} from './grouping.ts'
export type { Heat, Span } from './heat.ts'
export { HOT_ISSUES, hotIssues, type HotIssue, type HotIssueOptions, type Message } from './hot-issues.ts'
export { buildSimilarIndex, similarTo, type SimilarIndex, type SimilarText } from './similar-texts.ts'
export { readSubjectFile, writeSubjectFile } from './subject-file.ts'
export { classify, trainSubjects, type SubjectGuess, type SubjectModel, type SubjectSample } from './subjects.ts'
export type { TextItem } from './text-item.ts'
export {
  learnUnits,
  learnUnitsInSteps,
  proposeUnits,
  type PastAssignment,
  type UnitKnowledge,
  type UnitProposal,
} from './units.ts'
