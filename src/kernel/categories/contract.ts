import * as z from 'zod'

const SEGMENT = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*'

/**
 * The code of a field (大类, `construction`) or of a class (小类) under one (`construction.roads`). It says where it belongs, is written
 * into suggestions, addresses and open data, and is never given again.
 */
export const CategoryCode = z
  .string()
  .max(60)
  .regex(new RegExp(`^${SEGMENT}(?:\\.${SEGMENT})?$`))
export type CategoryCode = z.infer<typeof CategoryCode>

const zh = z.string().trim().min(1).max(20)
const en = z.string().trim().min(1).max(60)

/** What it is called, in both languages. */
export const Names = z.object({ zh: z.string(), en: z.string() })
export type Names = z.infer<typeof Names>

/** Kept with its place among its siblings; `retiredOn` where it is no longer offered. */
export const Category = Names.extend({ code: CategoryCode, ordinal: z.int(), retiredOn: z.iso.date().nullable() })
export type Category = z.infer<typeof Category>

/** All categories of a congress, a field before its classes, in their order; the retired ones stand among them. */
export const Dictionary = z.object({ version: z.int(), items: z.array(Category) })
export type Dictionary = z.infer<typeof Dictionary>

/** A category as what carries it shows it, also long after it was retired: the field, and the class where there is one. */
export const CategoryLabel = z.object({ code: CategoryCode, field: Names, class: Names.nullable() })
export type CategoryLabel = z.infer<typeof CategoryLabel>

/** `code` is the last part alone; `field` the code of the field for a class, null for a field. */
export const AddInput = z.strictObject({
  field: CategoryCode.nullable(),
  code: z
    .string()
    .max(30)
    .regex(new RegExp(`^${SEGMENT}$`)),
  zh,
  en,
})
export type AddInput = z.infer<typeof AddInput>
export const RenameInput = z.strictObject({ zh, en })
export type RenameInput = z.infer<typeof RenameInput>
export const MoveInput = z.strictObject({ to: z.enum(['up', 'down']) })
export type MoveInput = z.infer<typeof MoveInput>

// The rules are part of the contract, so that slices and the browser use them without touching the database.
export { categoryName, fieldOf, isClass, isLiving, labelOf, namesOf, siblingsOf } from './rules/reading.ts'
export { categoryOptions } from './rules/options.ts'
export { codesNamed } from './rules/named.ts'
