/** What stands in place of personal data; nothing is cut silently (alaveteli #7078). */
export const MASKED = '〔个人信息已隐去〕'

/** Identity cards first: their eighteen characters hold what looks like a telephone number. */
const personal: readonly RegExp[] = [
  /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g,
  /(?<!\d)0\d{2,3}[-— ]?\d{7,8}(?!\d)/g,
]

/** A text as anybody may read it: identity numbers, telephone numbers and addresses of mail replaced (domain A1.5, product 7.8). */
export function masked(text: string): string {
  return personal.reduce((all, pattern) => all.replaceAll(pattern, MASKED), text)
}
