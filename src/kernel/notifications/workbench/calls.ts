import { useQuery } from '@tanstack/react-query'
import { client } from '#workbench/kit.ts'
import type { api } from '../contract.ts'

export const calls = client<typeof api>({
  listNotices: ['GET', '/notices'],
  countUnreadNotices: ['GET', '/notices/unread'],
  markNoticeRead: ['POST', '/notices/{id}/read'],
  markAllNoticesRead: ['POST', '/notices/read'],
  getNoticePreferences: ['GET', '/notices/preferences'],
  setNoticePreferences: ['PUT', '/notices/preferences'],
  listWebhooks: ['GET', '/webhooks'],
  createWebhook: ['POST', '/webhooks'],
  editWebhook: ['PUT', '/webhooks/{id}'],
  removeWebhook: ['DELETE', '/webhooks/{id}'],
  listDeliveries: ['GET', '/webhooks/{id}/deliveries'],
  retryDelivery: ['POST', '/webhooks/{id}/deliveries/{deliveryId}/retry'],
})

/** What acts on notices make stale; also the topic of live hints. */
export const topics = ['notices'] as const
export const webhookTopics = ['webhooks'] as const

export function useUnreadCount(): number {
  const query = useQuery({ queryKey: [...topics, 'unread'], queryFn: () => calls.countUnreadNotices() })
  return query.data?.count ?? 0
}

/** The path of a notice below `/workbench`, or null where it leads elsewhere on this site. */
export function pathBelow(link: string): string | null {
  return link.startsWith('/workbench/') ? link.slice('/workbench'.length) : null
}
