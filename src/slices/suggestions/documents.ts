import type { Act } from '#kernel/identity/act.ts'
import type { FileAnswer } from '#lib/http/file.ts'
import type { ListQuery } from './contract.ts'

export async function exportTable(_act: Act, _query: Omit<ListQuery, 'cursor' | 'limit'>): Promise<FileAnswer> {
  throw new Error('awaits kernel/documents')
}
