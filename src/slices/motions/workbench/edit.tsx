import { Navigate } from '@tanstack/react-router'
import { Failed, Loading, usePathParam } from '#workbench/kit.ts'
import { useMotion } from './calls.ts'
import { Editor } from './editor.tsx'

/** A text that its lead deputy may change; anything else shows where it stands. */
export default function Edit() {
  const id = usePathParam('id')
  const query = useMotion(id)
  if (query.isPending) return <Loading />
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data.allowed.includes('edit')) return <Navigate to={`/motions/${id}`} replace />
  return <Editor key={id} detail={query.data} />
}
