import * as z from 'zod'
import { satisfactions } from '../inputs.ts'

const yes = z.enum(['yes']).optional()
/** `any`: rated at all; `content`: 满意和基本满意. */
const Rated = z.enum(['any', 'content', ...satisfactions]).optional()

/** What a list must be able to hold for every figure to open its rows (`rules/catalogue.ts`). Withdrawn ones are in none of them. */
export const figureFilters = {
  /** Handed over to a unit. */
  handed: yes,
  /** Unit and deputy met at least once. */
  met: yes,
  /** First answered in time, or late; `counted`: answered, or not answered though the day has passed. */
  inTime: z.enum(['yes', 'no', 'counted']).optional(),
  /** The final rating of the result, of the attitude, and the first rating of the result before any re-handling. */
  rating: Rated,
  attitude: z.enum(['satisfied']).optional(),
  firstRating: Rated,
  /** The newest reply has a class, or says that the matter is solved. */
  meaning: z.enum(['any', 'solved']).optional(),
  /** Handed on to another unit after an objection. */
  transferred: yes,
}
export const FigureFilter = z.object(figureFilters)
export type FigureFilter = z.infer<typeof FigureFilter>
