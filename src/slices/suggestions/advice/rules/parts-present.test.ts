import { expect, test } from 'vitest'
import { missingParts } from './parts-present.ts'

const whole = {
  title: '关于增设公交站点的建议',
  matter: '清溪区新建小区居民乘公交要走一公里，老人和学生雨雪天尤其困难。',
  requests: ['在小区主出入口设站'],
}

test.each([
  ['nothing', whole, true, []],
  ['a title that names nothing', { ...whole, title: '关于的建议' }, true, ['title']],
  ['a situation of a few words', { ...whole, matter: '出行不便。' }, true, ['situation']],
  [
    'a wish for attention in place of a request',
    { ...whole, requests: ['请有关部门高度重视', '望予以解决'] },
    true,
    ['requests'],
  ],
  ['one concrete request beside a wish is enough', { ...whole, requests: ['请办理', '延长末班车时间'] }, true, []],
  ['a way to reach the deputy', whole, false, ['contact']],
  ['everything', { title: '', matter: '', requests: [] }, false, ['title', 'situation', 'requests', 'contact']],
])('SUG-21 parts: %s is missing', (_, text, hasContact, missing) => {
  expect(missingParts(text, hasContact)).toEqual(missing)
})
