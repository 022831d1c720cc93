import type { WorkbenchPage } from '#workbench/kit.ts'
import { pageWords } from './page-words.ts'

const { zh, en } = pageWords
const importers = ['deputies_affairs', 'system_admin'] as const

/** Tables that people bring along. */
export const importPages: readonly WorkbenchPage[] = [
  {
    path: '/imports',
    title: { zh: zh.imports, en: en.imports },
    roles: importers,
    component: () => import('./imports.tsx'),
    rail: { order: { deputies_affairs: 58, system_admin: 68 }, icon: 'archive' },
  },
  { path: '/imports/$id', title: { zh: zh.one, en: en.one }, roles: importers, component: () => import('./run.tsx') },
]
