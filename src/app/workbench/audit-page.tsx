import { AuditPage } from '#kernel/identity/workbench/audit.tsx'

/** The nouns of the slices' events. */
const kinds = { zh: { suggestion: '代表建议', motion: '代表议案' }, en: { suggestion: 'Suggestions', motion: 'Motions' } }

/** 审计日志, over the events of every module. */
export default function Audit() {
  return <AuditPage kinds={kinds} />
}
