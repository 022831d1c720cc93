import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedHolidays } from '../shipped-holidays.ts'
import { readNotice } from './read-notice.ts'

const notices: Readonly<Record<number, string>> = {
  2023: `各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
    经国务院批准，现将2023年元旦、春节等节日放假调休日期的具体安排通知如下。
    一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
    二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。
    三、清明节：4月5日放假，共1天。
    四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
    五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
    六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。
    节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`,
  2024: `一、元旦：1月1日放假，与周末连休。
    二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
    三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
    四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
    五、端午节：6月10日放假，与周末连休。
    六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
    七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。`,
  2025: `一、元旦：1月1日（周三）放假1天，不调休。
    二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
    三、清明节：4月4日（周五）至6日（周日）放假，共3天。
    四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
    五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
    六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`,
}

describe('PLT-04 a notice of the State Council is read as it stands', () => {
  it.each(Object.entries(notices))('%s: the same days as in the table that comes with the program', (year, text) => {
    const { days, unread } = readNotice(text, Number(year))
    const inNotice = (day: string) => day.startsWith(year) || (year === '2023' && day === '2022-12-31')
    expect(days).toEqual(shippedHolidays.filter(({ day }) => inNotice(day)))
    expect(unread).toEqual([])
  })
})

describe('PLT-04 rows copied from a spreadsheet', () => {
  const feast = { day: '2027-10-01', isWorkday: false, name: '国庆节' }

  it.each([
    ['2027-10-01\t休\t国庆节'],
    ['国庆节\t2027/10/1\t放假'],
    ['2027年10月1日 星期五 放假 国庆节'],
    ['休\t10.1\t国庆节'],
    ['２０２７－１０－０１\t休\t国庆节'],
  ])('%j', (row) => {
    expect(readNotice(row, 2027)).toEqual({ days: [feast], unread: [] })
  })

  it('a row says work as well as rest, and a range of days', () => {
    const { days, unread } = readNotice('2027-10-01~2027-10-03\t休\t国庆节\n2027-10-09\t班\t国庆节', 2027)
    expect(unread).toEqual([])
    expect(days.map(({ day, isWorkday }) => `${day} ${isWorkday ? '班' : '休'}`)).toEqual([
      '2027-10-01 休',
      '2027-10-02 休',
      '2027-10-03 休',
      '2027-10-09 班',
    ])
  })

  it('a day that names itself nothing is called by what it is', () => {
    expect(readNotice('2027-03-08 休\n2027-03-13 班', 2027).days.map((it) => it.name)).toEqual(['放假', '调休上班'])
  })

  it('the later entry of a date wins', () => {
    expect(readNotice('2027-10-01 班\n2027-10-01 休 国庆节', 2027).days).toEqual([feast])
  })
})

describe('PLT-04 what cannot be read is said, not guessed', () => {
  it.each([
    ['2027-02-30\t休', '2027-02-30\t休'],
    ['9月31日放假', '9月31日放假'],
    ['10月1日国庆节', '10月1日国庆节'],
    ['1月1日至12月31日放假', '1月1日至12月31日放假'],
    ['10月7日至1日放假', '10月7日至1日放假'],
  ])('%j', (text, piece) => {
    expect(readNotice(text, 2027)).toEqual({ days: [], unread: [piece] })
  })

  it('a range over the turn of the year ends in the next', () => {
    expect(readNotice('元旦：12月31日至1月2日放假', 2027).days.map((it) => it.day)).toEqual([
      '2027-12-31',
      '2028-01-01',
      '2028-01-02',
    ])
  })

  it('any text at all gives days that exist, by date, each once', () => {
    const scraps = fc.constantFrom(
      '1月',
      '31日',
      '2月30日',
      '至',
      '放假',
      '班',
      '休',
      '\t',
      '。',
      '：',
      '2027-',
      '-',
      '13',
      '/',
      '（',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(scraps, { maxLength: 30 }).map((it) => it.join('')),
          fc.string(),
        ),
        (text) => {
          const days = readNotice(text, 2027).days.map((it) => it.day)
          expect(days).toEqual([...new Set(days)].toSorted())
          for (const day of days) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day)
        },
      ),
    )
  })
})
