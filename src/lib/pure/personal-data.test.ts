import { expect, test } from 'vitest'
import { masked, MASKED } from './personal-data.ts'

test.each([
  ['请联系张先生13912345678。', `请联系张先生${MASKED}。`],
  ['电话 139-1234-5678', `电话 ${MASKED}`],
  ['身份证110101199003078515的居民', `身份证${MASKED}的居民`],
  ['座机024-86001234', `座机${MASKED}`],
  ['写信到 wang@example.com 反映', `写信到 ${MASKED} 反映`],
])('SUG-29 %s', (text, shown) => {
  expect(masked(text)).toBe(shown)
})

test.each(['2022年改造224个小区，投入13912万元', '第17-1-0112号', '长客总站2022年5月20日', '编号 110101199013078515'])(
  'SUG-29 what is no personal data stays: %s',
  (text) => {
    expect(masked(text)).toBe(text)
  },
)
