import { expect, test } from 'vitest'
import { render } from '#portal/kit.ts'
import { sampleFrame } from '#portal/stories.tsx'
import type { PublicCommitment } from '../contract.ts'
import { PublicCommitments, UnitCommitmentFigures } from './commitments.tsx'

const open: PublicCommitment = {
  content: '首批小区完成质量回访',
  unitName: '市房产局',
  status: 'open',
  openedOn: '2022-05-20',
  firstDueOn: '2022-08-31',
  dueOn: '2022-08-31',
  settledOn: null,
  isOverdue: true,
}

test.each<[string, Partial<PublicCommitment>, string[]]>([
  ['overdue', {}, ['逾期', '承诺 2022-08-31 前办成']],
  [
    'carried',
    { dueOn: '2023-06-30', isOverdue: false },
    ['落实中', '承诺 2023-06-30 前办成', '首次承诺 2022-08-31 前办成，已结转'],
  ],
  ['kept', { status: 'kept', settledOn: '2022-08-01', isOverdue: false }, ['已办成', '2022-08-01 办成']],
  ['not kept', { status: 'not_kept', settledOn: '2022-08-01', isOverdue: false }, ['未办成', '2022-08-01 说明不能办成']],
])('SUG-27 the public reads of a promise that is %s what it is and its dates', (_, more, words) => {
  const html = render(<PublicCommitments frame={sampleFrame} items={[{ ...open, ...more }]} />)
  for (const word of ['首批小区完成质量回访', '市房产局', ...words]) expect(html).toContain(word)
  expect(html).not.toContain('undefined')
})

test('SUG-27 nothing stands where nothing was promised', () => {
  expect(render(<PublicCommitments frame={sampleFrame} items={[]} />)).toBe('<!doctype html>')
})

test('SUG-34 the page of a unit says 落实率 with its denominator, and “—” where nothing was due', () => {
  const html = render(<UnitCommitmentFigures frame={sampleFrame} figures={{ due: 7, inTime: 4, rate: '57.1%', open: 9 }} />)
  expect(html).toContain('57.1%')
  const none = render(<UnitCommitmentFigures frame={sampleFrame} figures={{ due: 0, inTime: 0, rate: '—', open: 1 }} />)
  expect(none).toContain('—')
})
