import { pinyin } from 'pinyin-pro'

/** First letters of the pinyin of a text, letters and digits kept: `物业服务5G` is `wyfw5g`. */
export function initialsOf(text: string): string {
  const letters = pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
  return letters
    .join('')
    .replaceAll(/[^a-z0-9]/gi, '')
    .toLowerCase()
}
