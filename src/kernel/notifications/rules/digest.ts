import { toBeijingDate, formatDateZh } from '#lib/pure/date.ts'

const MOST_ITEMS = 10
const QUIET_FROM_HOUR = 21
const QUIET_UNTIL_HOUR = 8
const BEIJING_OFFSET_MS = 8 * 3_600_000

export interface DigestItem {
  readonly text: string
  readonly link: string
}

/** Between 21:00 and 8:00 in Beijing nobody is disturbed; a mail that was late until then waits for the next working day. */
export function isQuiet(now: Date): boolean {
  const hour = new Date(now.getTime() + BEIJING_OFFSET_MS).getUTCHours()
  return hour >= QUIET_FROM_HOUR || hour < QUIET_UNTIL_HOUR
}

/**
 * The mail of one day: every item up to ten, then how many there are in all. It says why it came and how to stop it.
 * `site` is the public address without a slash at its end.
 */
export function digestMail(
  congress: string,
  name: string,
  items: readonly DigestItem[],
  site: string,
  now: Date,
): { subject: string; text: string } {
  const shown = items.slice(0, MOST_ITEMS).map((it, index) => `${index + 1}. ${it.text}\n   ${site}${it.link}`)
  const more = items.length > MOST_ITEMS ? [`等 ${items.length} 项，查看全部：${site}/workbench/notices`] : []
  const text = [
    `${name}，您好：`,
    `${formatDateZh(toBeijingDate(now))}，您有 ${items.length} 项新的提醒。`,
    ...shown,
    ...more,
    `为什么收到：您在${congress}的账号开启了每日提醒邮件，工作日早上 8:30 发送一次，没有新提醒就不发。`,
    `怎样停止：登录后在“提醒设置”中关闭每日邮件，${site}/workbench/notices/settings`,
  ].join('\n\n')
  return { subject: `【${congress}】${items.length} 项新的提醒`, text }
}
