/** What to write instead of a day that cannot be read. Source of the words: product.md 7.3. */
export function dayProblem(written: string): string {
  const text = written.normalize('NFKC')
  const [, year, month = '', day = ''] =
    /^(?:(\d{4})\s*[年.\-/、]\s*)?(\d{1,2})\s*[月.\-/、]\s*(\d{1,2})\s*[日号]?$/.exec(text) ?? []
  const last = lastDay(Number(year ?? 2023), Number(month))
  if (last === null) return '看不懂这个日期，请写成 2022-09-27 或 2022年9月27日'
  const next = Number(month) === 12 ? '1月1日' : `${Number(month) + 1}月1日`
  if (Number(day) > last) return `没有这一天，请改为 ${Number(month)}月${last}日 或 ${next}`
  if (Number(day) === 0) return `没有这一天，请改为 ${Number(month)}月1日`
  return year === undefined
    ? '缺少年份，请写成 2022-09-27 或 2022年9月27日'
    : '看不懂这个日期，请写成 2022-09-27 或 2022年9月27日'
}

/** Days of a month, or null where there is no such month. */
function lastDay(year: number, month: number): number | null {
  return month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : null
}
