import { Alert } from 'antd'
import type { Problem } from '#workbench/kit.ts'
import { FormErrors } from '#workbench/kit.ts'

/** Above a form: what the server answered, by field where it named fields, in its own sentence otherwise. It stays until the next try. */
export function Said({ problem }: { problem: Problem | null }) {
  if (!problem) return null
  if (problem.fields.length > 0) return <FormErrors problem={problem} />
  return <Alert type="error" showIcon title={problem.message} role="alert" />
}
