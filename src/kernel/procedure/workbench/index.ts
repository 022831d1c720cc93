import type { WorkbenchPage } from '#workbench/kit.ts'
import { pageWords } from './page-words.ts'

const { zh, en } = pageWords

/** The calendar behind every working day, for the system administrator. */
export const procedurePages: readonly WorkbenchPage[] = [
  {
    path: '/admin/calendar',
    title: { zh: zh.calendar, en: en.calendar },
    roles: ['system_admin'],
    component: () => import('./calendar.tsx'),
    rail: { order: 61, icon: 'activity', label: { zh: zh.calendarRail, en: en.calendarRail } },
  },
]
