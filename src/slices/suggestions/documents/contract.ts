import * as z from 'zod'

/** The papers of one suggestion: 代表建议纸, 交办通知, 答复函, 征询意见表. */
export const paperKinds = ['paper', 'hand-over', 'reply', 'rating-form'] as const
export const PaperKind = z.enum(paperKinds)
export type PaperKind = z.infer<typeof PaperKind>

/** Word for editing, PDF for keeping. */
export const formats = ['pdf', 'docx'] as const
export const Format = z.enum(formats)
export type Format = z.infer<typeof Format>
