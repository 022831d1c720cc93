import type { Me } from '#kernel/identity/contract.ts'
import type { sessionApi } from '#kernel/identity/endpoints.ts'
import { SignIn } from '#kernel/identity/workbench/sign-in.tsx'
import { suggestionPages } from '#slices/suggestions/workbench/index.ts'
import type { Person } from '#workbench/kit.ts'
import { client } from '#workbench/kit.ts'
import { startWorkbench } from '#workbench/main.tsx'

const session = client<Pick<typeof sessionApi, 'getSession' | 'signOut'>>({
  getSession: ['GET', '/session'],
  signOut: ['DELETE', '/session'],
})

/** The server writes it into the page, so that a stranger's sign-in form carries it as well. */
const congressName = document.querySelector<HTMLMetaElement>('meta[name="congress-name"]')?.content ?? ''

startWorkbench({
  pages: [...suggestionPages],
  loadPerson: async () => personOf((await session.getSession()).me),
  signOut: async () => void (await session.signOut()),
  signIn: ({ onDone }) => <SignIn congressName={congressName} onDone={onDone} />,
})

function personOf(me: Me | null): Person | null {
  if (!me) return null
  const { id, name, roles, unit } = me
  return { id, name, roles, congressName, ...(unit && { unitName: unit.name }) }
}
