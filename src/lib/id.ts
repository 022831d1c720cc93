import { uuidv7 } from 'uuidv7'

/** A time-ordered UUID, made by the program: `uuidv7()` of PostgreSQL needs version 18, every statement here must run on 15. */
export function newId(): string {
  return uuidv7()
}
