import type { VirusScan } from '#kernel/files/api.ts'
import type { Steps } from '#kernel/identity/api.ts'
import type { Handlers } from '#lib/http/contract.ts'
import type { wordApi } from './endpoints.ts'
import { readWord } from './read-word.ts'

export function wordHandlers({ scan }: { scan?: VirusScan }): Handlers<Steps, typeof wordApi> {
  return { readWord: async (_, { body }) => ({ text: await readWord(body, scan) }) }
}
