import { randomBytes, randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { Problem } from '#lib/http/problem.ts'
import { turns } from '#lib/turns.ts'

/** What knows how to hash; made once for each copy of the program. */
export interface Passwords {
  hash(password: string): Promise<string>
  /**
   * Exactly one verification, whatever `hash` is: without an account it runs on a hash that fits nothing, so that the answer takes
   * as long as it would with one. Throws 503 where too many are waiting.
   */
  verify(hash: string | null, password: string): Promise<boolean>
}

/** argon2id with 19 MiB, two passes, one lane: the first choice of OWASP's cheat sheet, 40 to 60 ms here. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const AT_ONCE = 2
const WAITING = 100

/** Hashing takes a whole core and 19 MiB: two at once, the rest in line, and beyond a hundred the answer is "busy". */
export function passwordsOf(): Passwords {
  const take = turns(AT_ONCE, WAITING)
  const fitsNothing = hashPassword(randomBytes(32).toString('base64'))
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const taken = take(work)
    if (!taken) throw new Problem(503, 'busy', '现在登录的人太多，请几秒后重试。')
    return taken
  }
  return {
    hash: (password) => inTurn(() => hashPassword(password)),
    verify: (known, password) => inTurn(async () => (await verify(known ?? (await fitsNothing), password)) && known !== null),
  }
}

/** For loading many accounts at once (the demo world); not limited. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, options)
}

// Without 0/O, 1/l/I and the vowels: no two look alike on paper, and no word appears by chance.
const LETTERS = 'bcdfghjkmnpqrstvwxz23456789'

/** A password to hand over once, on paper or by phone: `xxxxx-xxxxx-xxxxx-xxxxx`, 95 random bits. */
export function temporaryPassword(): string {
  const group = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
