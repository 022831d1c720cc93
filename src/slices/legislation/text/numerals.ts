/**
 * Chinese numerals as drafting uses them: 编、章、节、条、款 and 项 are counted in Chinese (一百二十三, 一百零五, also 一〇五),
 * 目 in Arabic digits. Pasted texts bring half- and full-width digits for either.
 */

const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
const characters = '零一二三四五六七八九'

/** The characters a number may be written with, for use inside a regular expression's class. */
export const numeralCharacters = '零〇○一二两三四五六七八九十百千0-9０-９'

/** 一百二十三, 一二三, 123 and １２３ are all 123; null where the characters are no number. */
export function parseNumeral(text: string): number | null {
  const written = text.normalize('NFKC')
  if (/^\d{1,6}$/.test(written)) return Number(written)
  if (written === '') return null
  return /[十百千]/.test(written) ? readWithUnits(written) : readDigitByDigit(written)
}

/** 123 is 一百二十三; 10 is 十, 110 is 一百一十, 105 is 一百零五. For whole numbers from 0 to 9999. */
export function formatNumeral(value: number): string {
  if (value < 10) return characters.charAt(value)
  if (value < 20) return `十${value === 10 ? '' : characters.charAt(value - 10)}`
  const [unit, name] = value >= 1000 ? [1000, '千'] : value >= 100 ? [100, '百'] : [10, '十']
  const rest = value % unit
  const head = characters.charAt(Math.floor(value / unit)) + name
  if (rest === 0) return head
  const gap = rest < unit / 10 ? '零' : ''
  return head + gap + (rest >= 10 && rest < 20 ? `一${formatNumeral(rest)}` : formatNumeral(rest))
}

function readWithUnits(written: string): number | null {
  let total = 0
  let pending: number | null = null
  for (const character of written) {
    const unit = units[character]
    if (unit !== undefined) {
      total += (pending ?? 1) * unit
      pending = null
    } else {
      const digit = digits[character]
      if (digit === undefined) return null
      pending = digit
    }
  }
  return total + (pending ?? 0)
}

function readDigitByDigit(written: string): number | null {
  let total = 0
  for (const character of written) {
    const digit = digits[character]
    if (digit === undefined) return null
    total = total * 10 + digit
  }
  return total
}
