/** The first letters of pinyin that exist (no word begins with i, u or v), each with the first character sorted under it. */
const STEPS: readonly (readonly [letter: string, first: string])[] = [
  ...'吖a八b嚓c咑d妸e发f旮g哈h丌j咔k垃l妈m拏n喔o妑p七q呥r仨s他t穵w夕x丫y帀z'.matchAll(/(.)([a-z])/gu),
].map(([, first = '', letter = '']) => [letter, first] as const)

const pinyin = new Intl.Collator('zh-CN-u-co-pinyin')

/**
 * First letters of the pinyin of a short text, letters and digits kept: `物业服务` is `wyfw`. Taken from the order in which characters are
 * sorted, so it needs no dictionary in the browser; a character of several readings has its most common one.
 */
export function initialsOf(text: string): string {
  return [...text.normalize('NFKC').toLowerCase()].map(initialOf).join('')
}

function initialOf(character: string): string {
  if (/[a-z0-9]/.test(character)) return character
  if (!/\p{Script=Han}/u.test(character)) return ''
  return STEPS.findLast(([, first]) => pinyin.compare(character, first) >= 0)?.[0] ?? ''
}

/** How well what was typed fits a name: 0 its beginning, 1 within it, 2 the beginning of its initials, 3 within them; null not at all. */
export function fitOf(name: string, typed: string): number | null {
  const [whole, part] = [plain(name), plain(typed)]
  if (part === '') return null
  if (whole.startsWith(part)) return 0
  if (whole.includes(part)) return 1
  if (!/^[a-z0-9]+$/.test(part)) return null
  const at = initialsOf(name).indexOf(part)
  return at < 0 ? null : Math.min(at, 1) + 2
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s·　]+/g, '')
}
