import { useQuery } from '@tanstack/react-query'
import type { congressApi } from '#kernel/congress/endpoints.ts'
import { client } from '#workbench/kit.ts'
import type { administrationApi, secretsApi, sessionApi, signInApi } from '../endpoints.ts'

type Own = Omit<typeof signInApi, 'startOidc' | 'finishOidc'> & typeof sessionApi
type Used = Own & typeof administrationApi & typeof secretsApi & typeof congressApi

export const calls = client<Used>({
  signIn: ['POST', '/session'],
  enterCode: ['POST', '/session/code'],
  getSession: ['GET', '/session'],
  signOut: ['DELETE', '/session'],
  listDemoAccounts: ['GET', '/demo/accounts'],
  changePassword: ['POST', '/me/password'],
  enrolSecondFactor: ['POST', '/me/second-factor'],
  confirmSecondFactor: ['POST', '/me/second-factor/confirm'],
  removeSecondFactor: ['POST', '/me/second-factor/remove'],
  listSessions: ['GET', '/me/sessions'],
  endSession: ['DELETE', '/me/sessions/{id}'],
  endOtherSessions: ['POST', '/me/sessions/end-others'],
  listAccounts: ['GET', '/accounts'],
  getAccount: ['GET', '/accounts/{id}'],
  createAccount: ['POST', '/accounts'],
  editAccount: ['PATCH', '/accounts/{id}'],
  disableAccount: ['POST', '/accounts/{id}/disable'],
  enableAccount: ['POST', '/accounts/{id}/enable'],
  resetSecondFactor: ['POST', '/accounts/{id}/reset-second-factor'],
  bindSubject: ['POST', '/accounts/{id}/bind-subject'],
  grantRole: ['POST', '/accounts/{id}/grant'],
  revokeRole: ['POST', '/accounts/{id}/revoke'],
  getPolicy: ['GET', '/identity/policy'],
  setPolicy: ['PUT', '/identity/policy'],
  listAuditEvents: ['GET', '/audit/events'],
  resetPassword: ['POST', '/accounts/{id}/reset-password'],
  revealPhone: ['POST', '/accounts/{id}/reveal-phone'],
  listUnits: ['GET', '/units'],
  findDeputies: ['GET', '/deputies'],
})

/** What acts on oneself make stale: who I am, and the devices. */
export const mine = ['me'] as const
/** What acts on accounts make stale. */
export const topics = ['accounts'] as const

/** Who is signed in and which ways of signing in there are. */
export function useSession() {
  return useQuery({ queryKey: [...mine, 'session'], queryFn: () => calls.getSession() })
}
