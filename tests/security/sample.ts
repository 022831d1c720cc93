import * as z from 'zod'

/** The part of JSON Schema that zod writes. */
interface Schema {
  type?: string
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minLength?: number
  minItems?: number
  minimum?: number
  default?: unknown
}

/** Values for patterns, which cannot be made up from their text; for a new pattern in a contract an example is added here. */
const patternExamples = [
  '*',
  '房函〔2022〕12号',
  '123456',
  '2022-03-01',
  '12:30',
  'deputy',
  'abcdefgh',
  '13800138000',
  'https://hook.example/x',
]

export interface Wish {
  /** What an identifier in a body or a path should be: something that exists. */
  id: string
}

/** A value that fits a zod schema, the smallest that does; identifiers are those of the wish. */
export function sampleOf(schema: z.ZodType, wish: Wish): unknown {
  return sample(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema, wish)
}

function sample(schema: Schema, wish: Wish): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const options = schema.anyOf ?? schema.oneOf
  if (options) return sample(options[0]!, wish)
  if (schema.type === 'object' || schema.properties) return objectOf(schema, wish)
  if (schema.type === 'array')
    return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => sample(schema.items ?? {}, wish))
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, schema.minimum ?? 1)
  if (schema.type === 'boolean') return true
  if (schema.type === 'null') return null
  return textOf(schema, wish)
}

function objectOf(schema: Schema, wish: Wish): Record<string, unknown> {
  const required = new Set(schema.required ?? [])
  const entries = Object.entries(schema.properties ?? {}).filter(([key]) => required.has(key))
  return Object.fromEntries(entries.map(([key, it]) => [key, sample(it, wish)]))
}

function textOf({ format, pattern, minLength = 1 }: Schema, wish: Wish): string {
  if (format === 'uuid') return wish.id
  if (format === 'date') return '2022-03-01'
  if (format === 'date-time') return '2022-03-01T00:00:00Z'
  if (format === 'uri') return 'https://hook.example/x'
  if (format === 'email') return 'a@example.org'
  if (pattern) return patternExamples.find((it) => new RegExp(pattern, 'u').test(it)) ?? 'x'
  return '甲'.repeat(Math.max(4, minLength))
}

const bad: readonly unknown[] = [
  null,
  '',
  'x'.repeat(20_000),
  '\u0000',
  "'; drop table congress.unit; --",
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '\ud800',
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  [],
  {},
  [[[[]]]],
  true,
  '٣',
  '2022-02-30',
  '00000000-0000-0000-0000-000000000000',
]

/** A value with one thing wrong: a field replaced, left out or added. Deterministic in `seed`. */
export function spoiled(value: unknown, seed: number): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return bad[seed % bad.length]
  const keys = Object.keys(value)
  const key = keys[seed % Math.max(1, keys.length)]
  const kind = seed % 5
  if (kind === 3) return { ...value, unknownKey: bad[seed % bad.length] }
  if (kind === 4 && key) return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
  return key ? { ...value, [key]: bad[(seed * 7) % bad.length] } : bad[seed % bad.length]
}

/** Bad text that an address can hold: a lone surrogate cannot be encoded at all. */
export function badText(seed: number): string {
  return String(bad[seed % bad.length]).replaceAll(/[\ud800-\udfff]/g, '')
}
