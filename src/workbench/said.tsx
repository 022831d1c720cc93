import { Alert } from 'antd'
import { FormErrors } from './form-field.tsx'
import type { Problem } from './problem.ts'

/**
 * Above a form: what was refused, by field where fields are named, in one sentence otherwise. It stays until the next try. Not in the kit,
 * since its box weighs on the first page.
 */
export function Said({ problem }: { problem: Problem | null }) {
  if (!problem) return null
  if (problem.fields.length > 0) return <FormErrors problem={problem} />
  return <Alert type="error" showIcon title={problem.message} role="alert" />
}
