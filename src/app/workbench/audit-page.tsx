import { AuditPage } from '#kernel/identity/workbench/audit.tsx'

/** The nouns of the slices' events. */
const kinds = { zh: { suggestion: '代表建议' }, en: { suggestion: 'Suggestions' } }

/** 审计日志, over the events of every module. */
export default function Audit() {
  return <AuditPage kinds={kinds} />
}
