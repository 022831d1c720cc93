import { expect, test } from 'vitest'
import { fullSessionName, officeName, shortSessionName } from './session-name.ts'

test('sessions are named as papers name them', () => {
  const first = { term: 17, session: 1, series: '17-1' }
  expect(fullSessionName('示例市人民代表大会', first)).toBe('示例市第十七届人民代表大会第一次会议\n')
  expect(shortSessionName('示例市人民代表大会', first)).toBe('示例市十七届人大一次会议\n')
  expect(shortSessionName('示例市人民代表大会', { term: 21, session: 12, series: '21-12' })).toBe(
    '示例市二十一届人大十二次会议\n',
  )
})

test('between sessions the year stands for the session', () => {
  const between = { term: 17, session: null, series: '17-2022' }
  expect(fullSessionName('示例市人民代表大会', between)).toBe('示例市第十七届人民代表大会\n闭会期间（2022年）')
  expect(shortSessionName('示例市人民代表大会', between)).toBe('示例市十七届人大\n闭会期间（2022年）')
})

test('the office carries the name of its place', () => {
  expect(officeName('示例市人民代表大会', '代表工作委员会')).toBe('示例市人大常委会代表工作委员会')
})
