import type { Person } from '../kit.ts'
import { Problem } from '../kit.ts'
import { startWorkbench } from '../main.tsx'
import { StorySignIn } from './sign-in.tsx'

const everyone = 'everyone' as const

// The sample program of the kit's own tests: two pages that use everything, one that belongs to other roles.
startWorkbench({
  pages: [
    {
      path: '/queue',
      goKey: 's',
      title: { zh: '建议审查交办', en: 'Triage' },
      roles: everyone,
      component: () => import('./queue.tsx'),
      rail: { order: 1, icon: 'todo', label: { zh: '待办', en: 'To do' } },
    },
    {
      path: '/queue/$id',
      title: { zh: '建议', en: 'Suggestion' },
      roles: everyone,
      component: () => import('./case.tsx'),
    },
    ...(['ledger', 'people', 'station', 'chart', 'activity'] as const).map((icon, at) => ({
      path: `/more-${icon}`,
      title: { zh: ['台账', '代表名册', '家站点', '统计', '活动'][at] ?? '', en: icon },
      roles: everyone,
      component: () => import('./case.tsx'),
      rail: { order: at + 2, icon },
    })),
    {
      path: '/leaders',
      title: { zh: '一览', en: 'Overview' },
      roles: ['leader'],
      component: () => import('./queue.tsx'),
      rail: { order: 9, icon: 'chart' },
    },
  ],
  loadPerson,
  signOut: async () => {},
  signIn: StorySignIn,
  slots: {},
  places: { case: ({ id }) => ({ to: `/queue/${id}` }) },
})

async function loadPerson(): Promise<Person | null> {
  const response = await fetch('/api/v1/story/person')
  if (response.status === 401) return null
  if (!response.ok) throw new Problem({ status: response.status, code: 'story', detail: '样页没有打开。' })
  return (await response.json()) as Person
}
