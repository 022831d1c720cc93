import type { WorkbenchPage } from '#workbench/kit.ts'

/** What everybody who is signed in may follow. */
export const followingPages: readonly WorkbenchPage[] = [
  {
    path: '/followed',
    title: { zh: '我关注的建议', en: 'Suggestions I follow' },
    roles: 'everyone',
    component: () => import('./followed.tsx'),
    isInMenu: true,
  },
]
