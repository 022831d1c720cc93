import type { Catalogue } from '#kernel/audit/contract.ts'
import type { Contract } from '#lib/http/contract.ts'

/** What a slice or a kernel module tells the composition root about itself; generated documents and guards read it as well. */
export interface Manifest {
  readonly name: string
  /** The PostgreSQL schema that its store, and no other, may write. */
  readonly schema: string
  readonly contract: Contract
  readonly events: Catalogue
}
