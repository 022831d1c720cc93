import type { WorkbenchPage } from '#workbench/kit.ts'
import { pageWords } from './page-words.ts'

const { zh, en } = pageWords

/** What runs in the background, for the system administrator. */
export const jobPages: readonly WorkbenchPage[] = [
  {
    path: '/admin/jobs',
    title: { zh: zh.jobs, en: en.jobs },
    roles: ['system_admin'],
    component: () => import('./jobs.tsx'),
    rail: { order: 66, icon: 'tasks' },
  },
]
