const zh = {
  lead: '提出议案要多少代表联名，委员会多久提出意见。新版本自施行之日起适用；以前提交的议案，联名人数不变。',
  minimum: '联名人数（含领衔代表）',
  minimumHint: '不能少于法律规定的人数。',
  minimumBasis: '联名人数的依据',
  opinionAmount: '委员会提出意见的期限',
  opinionUnit: '委员会意见期限的单位',
  opinionBasis: '委员会意见期限的依据',
}
const en: typeof zh = {
  lead: 'How many deputies must sign a motion and how long a committee has. A version holds from its day on; what was submitted before keeps its number.',
  minimum: 'Signatories, the lead deputy counted',
  minimumHint: 'Never fewer than the law asks for.',
  minimumBasis: 'Basis of the number of signatories',
  opinionAmount: "Time for the committee's opinion",
  opinionUnit: 'Unit of that time',
  opinionBasis: "Basis of the committee's time",
}
export const settingsWords = { zh, en }
