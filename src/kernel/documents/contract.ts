import * as z from 'zod'
import { faultOfDocumentNumber } from './rules/document-number.ts'

export {
  faultOfDocumentNumber,
  formatDocumentNumber,
  parseDocumentNumber,
  tidyDocumentNumber,
  type DocumentNumber,
} from './rules/document-number.ts'

/** A document number as a person types it; refused with a sentence that shows the right form. */
export const DocumentNumberText = z.string().superRefine((text, context) => {
  const fault = faultOfDocumentNumber(text)
  if (fault !== null) context.addIssue({ code: 'custom', message: fault })
})
