import { Navigate } from '@tanstack/react-router'
import { Failed, Loading, usePathParam } from '#workbench/kit.ts'
import { useSuggestion } from './calls.ts'
import { Editor } from './editor.tsx'

/** A draft or a returned suggestion, open for its author; anything else shows where it stands. */
export default function Edit() {
  const id = usePathParam('id')
  const query = useSuggestion(id)
  if (query.isPending) return <Loading />
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data.allowed.includes('edit')) return <Navigate to={`/suggestions/${id}`} replace />
  return <Editor key={id} detail={query.data} />
}
