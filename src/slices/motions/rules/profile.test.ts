import { expect, test } from 'vitest'
import { defaultSettings, settingsFor } from './profile.ts'

test('SUG-35 县级以上 ten deputies, a township five, by the law where nothing else is in force', () => {
  expect((['province', 'city', 'county', 'township'] as const).map((level) => settingsFor(level, undefined).minimum)).toEqual([
    10, 10, 10, 5,
  ])
  expect(defaultSettings('township').minimumBasis).toContain('第二十二条')
})

test('SUG-35 a rule of the congress’s own may be stricter than the law and never looser', () => {
  const own = (minimum: number) => ({ ...defaultSettings('city'), minimum, minimumBasis: '本级办法第三条' })
  expect(settingsFor('city', own(15))).toMatchObject({ minimum: 15, minimumBasis: '本级办法第三条' })
  expect(settingsFor('city', own(6))).toMatchObject({ minimum: 10, minimumBasis: defaultSettings('city').minimumBasis })
  expect(settingsFor('township', own(6)).minimum).toBe(6)
})
