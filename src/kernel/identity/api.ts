export type { Act, PublicAct } from './act.ts'
export type { Actor, Audience, Role } from './contract.ts'
export { authenticate, CSRF_COOKIE, openSession, SESSION_COOKIE, type SignedIn } from './session.ts'
export { touch as touchSession } from './session-store.ts'
