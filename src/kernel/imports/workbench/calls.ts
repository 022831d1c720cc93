import { useQuery } from '@tanstack/react-query'
import type { uploadApi } from '#kernel/files/endpoints.ts'
import { client } from '#workbench/kit.ts'
import type { Run, RunStatus } from '../contract.ts'
import type { importsApi } from '../endpoints.ts'

export const calls = client<typeof uploadApi & Omit<typeof importsApi, 'downloadTemplate' | 'downloadAnnotated'>>({
  uploadFile: ['POST', '/files'],
  listImportKinds: ['GET', '/imports/kinds'],
  listImports: ['GET', '/imports'],
  startImport: ['POST', '/imports'],
  getImport: ['GET', '/imports/{id}'],
  listImportProblems: ['GET', '/imports/{id}/problems'],
  mapColumns: ['PUT', '/imports/{id}/mapping'],
  chooseName: ['POST', '/imports/{id}/names'],
  confirmImport: ['POST', '/imports/{id}/import'],
  cancelImport: ['POST', '/imports/{id}/cancel'],
  continueImport: ['POST', '/imports/{id}/continue'],
  undoImport: ['POST', '/imports/{id}/undo'],
})

// Repeated here with their types alone: the schemas of the contract do not go into the browser.
export const templatePath: (typeof importsApi)['downloadTemplate']['path'] = '/imports/kinds/{name}/template'
export const annotatedPath: (typeof importsApi)['downloadAnnotated']['path'] = '/imports/{id}/annotated'

export const topics = ['imports'] as const
const EVERY_MS = 1_000

/** Something happens to it without anybody pressing a button. */
export function isMoving(status: RunStatus, headers: readonly string[]): boolean {
  return (
    status === 'checking' || status === 'importing' || status === 'undoing' || (status === 'uploaded' && headers.length === 0)
  )
}

/** A run; asked again every second while it moves, so that the progress counts rows and not time. */
export function useRun(id: string) {
  return useQuery({
    queryKey: ['imports', 'one', id],
    queryFn: () => calls.getImport({ params: { id } }),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data.status, state.data.headers) ? EVERY_MS : false),
  })
}

export function useKinds() {
  return useQuery({ queryKey: ['imports', 'kinds'], queryFn: () => calls.listImportKinds() })
}

/** Which rows of a run are done, of how many, in the part that it is in. */
export function progressOf({ status, counts }: Pick<Run, 'status' | 'counts'>): { done: number; most: number } {
  if (status === 'importing') return { done: counts.imported, most: counts.imported + counts.good }
  if (status === 'undoing') return { done: counts.undone, most: counts.imported + counts.undone }
  return { done: counts.total - counts.pending, most: counts.total }
}
