const zh = {
  lead: '承诺事项的年度报告和代表评价。新版本自施行之日起适用；以前报告的，评价期限不变。',
  fromMonth: '年度报告从几月起报',
  yearlyBasis: '年度报告的依据',
  ratingAmount: '代表评价期限',
  ratingUnit: '代表评价期限的单位',
  ratingBasis: '代表评价期限的依据',
  carryBasis: '结转和说明的依据',
}
const en: typeof zh = {
  lead: 'Yearly reports on promises and their rating. A version holds from its day on; what was reported before keeps its window.',
  fromMonth: 'Yearly reports from which month',
  yearlyBasis: 'Basis of the yearly report',
  ratingAmount: 'Time for the rating',
  ratingUnit: 'Unit of that time',
  ratingBasis: 'Basis of the time for the rating',
  carryBasis: 'Basis of carrying over and explaining',
}
export const termsWords = { zh, en }
