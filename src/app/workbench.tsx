import { lazy } from 'react'
import { categoryPages } from '#kernel/categories/workbench/index.ts'
import type { Me } from '#kernel/identity/contract.ts'
import type { sessionApi } from '#kernel/identity/endpoints.ts'
import { accountPlace, auditPlace, identityPages } from '#kernel/identity/workbench/index.ts'
import { SignIn } from '#kernel/identity/workbench/sign-in.tsx'
import { importPages } from '#kernel/imports/workbench/index.ts'
import { jobPages } from '#kernel/jobs/workbench/index.ts'
import Bell from '#kernel/notifications/workbench/bell.tsx'
import { noticePages } from '#kernel/notifications/workbench/index.ts'
import { procedurePages } from '#kernel/procedure/workbench/index.ts'
import { commitmentPages } from '#slices/commitments/workbench/index.ts'
import { concernPages } from '#slices/concerns/workbench/index.ts'
import { motionPages } from '#slices/motions/workbench/index.ts'
import { pressingPages } from '#slices/pressing/workbench/index.ts'
import { followingPages } from '#slices/suggestions/open/workbench/index.ts'
import { suggestionPages } from '#slices/suggestions/workbench/index.ts'
import type { Person, Places, WorkbenchPage } from '#workbench/kit.ts'
import { client } from '#workbench/kit.ts'
import { startWorkbench } from '#workbench/main.tsx'

const session = client<Pick<typeof sessionApi, 'getSession' | 'signOut'>>({
  getSession: ['GET', '/session'],
  signOut: ['DELETE', '/session'],
})

/** The server writes it into the page, so that a stranger's sign-in form carries it as well. */
const congressName = document.querySelector<HTMLMetaElement>('meta[name="congress-name"]')?.content ?? ''

/** Pages that are put together from several modules. */
const ownPages: readonly WorkbenchPage[] = [
  { ...accountPlace, component: () => import('./workbench/account-page.tsx') },
  { ...auditPlace, component: () => import('./workbench/audit-page.tsx') },
]

/** Where the search leads. A deputy's list holds their own suggestions, so another deputy has no place there. */
const places: Places = {
  concern: ({ id }) => ({ to: `/concerns/${id}` }),
  motion: ({ id }) => ({ to: `/motions/${id}` }),
  suggestion: ({ id }) => ({ to: `/suggestions/${id}` }),
  unit: ({ id }, person) => (readsLists(person) ? { to: `/suggestions?unitId=${id}` } : { href: `/units/${id}` }),
  deputy: ({ id, title }, person) =>
    readsLists(person) ? { to: `/suggestions?deputyId=${id}&deputy=${encodeURIComponent(title)}` } : null,
}

/** `isAtDoor`: signed in, with a duty to do first; stays until that is done with, so that rescue codes are not swept away. */
const door = { isAtDoor: false, wasInside: false }

const MotionsPanel = lazy(() => import('#slices/motions/workbench/panel.tsx'))
const PressingPanel = lazy(() => import('#slices/pressing/workbench/panel/panel.tsx'))
const EnquiriesPanel = lazy(() => import('#slices/pressing/workbench/enquiries/panel.tsx'))
const SharePanel = lazy(() => import('#slices/suggestions/open/workbench/share-panel.tsx'))
const WaitingEnquiries = lazy(() => import('#slices/pressing/workbench/enquiries/waiting.tsx'))
const OutcomeChanges = lazy(() => import('#slices/pressing/workbench/outcomes/changes.tsx'))
const ConcernsPanel = lazy(() => import('#slices/concerns/workbench/panel.tsx'))
const CommitmentsPanel = lazy(() => import('#slices/commitments/workbench/panel.tsx'))

startWorkbench({
  pages: [
    ...suggestionPages,
    ...concernPages,
    ...motionPages,
    ...commitmentPages,
    ...pressingPages,
    ...identityPages,
    ...importPages,
    ...jobPages,
    ...noticePages,
    ...followingPages,
    ...procedurePages,
    ...categoryPages,
    ...ownPages,
  ],
  slots: {
    bell: Bell,
    unitDesk: [WaitingEnquiries],
    suggestionFigures: [OutcomeChanges],
    suggestionCase: [EnquiriesPanel, CommitmentsPanel, MotionsPanel, ConcernsPanel, PressingPanel, SharePanel],
  },
  places,
  loadPerson: async () => {
    const { me } = await session.getSession()
    if (!me) return null
    if (me.duty) door.isAtDoor = true
    if (door.isAtDoor) return null
    door.wasInside = true
    return personOf(me)
  },
  signOut: async () => void (await session.signOut()),
  signIn: ({ onDone }) => {
    const enter = () => {
      door.isAtDoor = false
      onDone()
    }
    return <SignIn congressName={congressName} isExpired={door.wasInside} onDone={enter} />
  },
})

function readsLists({ roles }: Pick<Person, 'roles'>): boolean {
  const readers = ['deputies_affairs', 'special_committee', 'supervision_office', 'leader', 'handling_unit'] as const
  return readers.some((role) => roles.includes(role))
}

function personOf(me: Me): Person {
  const { id, name, roles, unit } = me
  return { id, name, roles, congressName, ...(unit && { unitName: unit.name }) }
}
